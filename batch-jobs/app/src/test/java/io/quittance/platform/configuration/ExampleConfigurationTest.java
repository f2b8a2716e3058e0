package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The configuration that ships with Quittance: {@code config/}. */
class ExampleConfigurationTest {

    private final Path folder = Path.of(System.getProperty("quittance.root"), "config");

    @BeforeEach
    void isThere() {
        assumeTrue(Files.isDirectory(folder.resolve("register")), "config/register is not in this tree");
    }

    @Test
    void loads() {
        Configuration configuration = Configuration.load(folder);
        assertThat(configuration.settings().example()).isTrue();
        assertThat(configuration.banks()).containsOnlyKeys("polderbank", "tenterbank", "kapalbank");
        assertThat(configuration.register().entities())
                .extracting(entity -> entity.id())
                .contains("NL-BV", "GB-LTD", "SG-PTE");
        assertThat(configuration.register().contractors()).hasSizeGreaterThan(10);
    }

    @Test
    void hasOneProposerAndEnoughOthersToApprove() {
        Configuration configuration = Configuration.load(folder);
        Users users = configuration.users();
        assertThat(users.users().stream().filter(user -> user.may(Role.PROPOSE)))
                .hasSize(1);
        assertThat(users.users().stream().filter(user -> user.may(Role.APPROVE) && !user.may(Role.PROPOSE)))
                .hasSizeGreaterThanOrEqualTo(configuration.settings().approvers());
        assertThat(users.users().stream().filter(user -> user.may(Role.RELEASE)))
                .isNotEmpty();
        assertThat(users.users().stream().filter(user -> user.may(Role.OPERATE)))
                .isNotEmpty();
    }
}
