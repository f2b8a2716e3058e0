package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.platform.configuration.IntakeSettings.Settling;
import io.quittance.platform.configuration.IntakeSettings.SftpServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeSettingsTest {

    @TempDir
    Path folder;

    private ConfigFolder config;

    @BeforeEach
    void right() {
        config = ConfigFolder.right(folder);
    }

    @Test
    void withoutTheSectionTheDefaultsHold() {
        assertThat(read()).isEqualTo(IntakeSettings.DEFAULT);
        assertThat(read().sftp()).isNull();
    }

    @Test
    void everythingMayBeSaid() {
        intake("""
                intake:
                  settle: { age: 2m, apart: 250ms, wait: 0s }
                  largest: 50 MiB
                  sftp: { host: h, port: 2022, user: u, knownHosts: known, passwordFile: /etc/x/password, folder: /out, remove: false, timeout: 5s }
                """);
        assertThat(read().settling())
                .isEqualTo(new Settling(Duration.ofMinutes(2), Duration.ofMillis(250), Duration.ZERO));
        assertThat(read().largestBytes()).isEqualTo(50 << 20);
        assertThat(read().sftp())
                .isEqualTo(new SftpServer(
                        "h",
                        2022,
                        "u",
                        folder.resolve("known"),
                        null,
                        Path.of("/etc/x/password"),
                        "/out",
                        false,
                        Duration.ofSeconds(5)));
    }

    /** What stands under intake, and the error that must come. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            settle: { age: 5 }        | intake.settle.age: is '5', expected a time such as 200ms, 5s or 2m, at most 24h.
            settle: { age: 25h }      | intake.settle.age: is '25h', expected a time
            settle: { older: 5s }     | intake.settle.older: is not a key known here; known are age, apart, wait.
            largest: 5GiB             | intake.largest: is '5GiB', expected a size such as 50MiB, at most 4GiB.
            largest: 0KiB             | intake.largest: is '0KiB', expected a size
            sftp: { host: h }         | intake.sftp.user: is missing.
            sftp: { host: h, user: u, knownHosts: k }                        | intake.sftp.user: needs one of keyFile and passwordFile
            sftp: { host: h, user: u, knownHosts: k, keyFile: /k, passwordFile: /p } | intake.sftp.user: needs one of keyFile and passwordFile
            sftp: { host: h, user: u, knownHosts: k, keyFile: id }           | intake.sftp.keyFile: must be an absolute path outside the configuration
            sftp: { host: h, user: u, knownHosts: k, keyFile: /k, port: 0 }  | intake.sftp.port: is 0, expected 1 to 65535.
            """)
    void whatIsWrongIsNamed(String line, String error) {
        intake("intake:\n  " + line + "\n");
        assertThatThrownBy(this::read).isInstanceOf(ConfigurationError.class).hasMessageContaining(error);
    }

    /** The folder of the configuration is archived with every run. */
    @Test
    void aSecretInTheConfigurationIsRefused() {
        intake("intake:\n  sftp: { host: h, user: u, knownHosts: k, keyFile: "
                + folder.resolve("../" + folder.getFileName() + "/id") + " }\n");
        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("outside the configuration, which is archived");
    }

    private void intake(String section) {
        config.replace("quittance.yaml", "proposal:", section + "proposal:");
    }

    private IntakeSettings read() {
        return config.load().settings().intake();
    }
}
