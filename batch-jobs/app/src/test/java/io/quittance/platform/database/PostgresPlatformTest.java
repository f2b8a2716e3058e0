package io.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresPlatformTest {

    /** As the files are called in the jars of version 18.6.0. */
    @ParameterizedTest
    @CsvSource({
        "Linux,      amd64,   postgres-linux-x86_64.txz",
        "Linux,      aarch64, postgres-linux-arm_64.txz",
        "Mac OS X,   x86_64,  postgres-darwin-x86_64.txz",
        "Mac OS X,   aarch64, postgres-darwin-arm_64.txz",
    })
    void eachPlatformHasItsArchive(String os, String architecture, String archive) {
        assertThat(PostgresPlatform.of(os, architecture).archive()).isEqualTo(archive);
    }

    /** Another machine must not get the programs of linux on amd64, which would not run there. */
    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "FreeBSD, amd64", "Linux, riscv64", "Linux, s390x"})
    void anyOtherHasNone(String os, String architecture) {
        String archive = PostgresPlatform.of(os, architecture).archive();
        assertThat(getClass().getResource("/" + archive)).as(archive).isNull();
    }

    /** The profile of the build and the program's choice agree. */
    @Test
    void thisBuildHasTheArchiveOfThisMachine() {
        String archive = PostgresPlatform.ofThisMachine().archive();
        assertThat(getClass().getResource("/" + archive)).as(archive).isNotNull();
    }
}
