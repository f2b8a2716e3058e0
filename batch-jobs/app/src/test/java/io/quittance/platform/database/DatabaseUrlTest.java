package io.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.platform.PlatformError;
import io.quittance.platform.configuration.ConfigurationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://db:5432/pay                      | jdbc:postgresql://db:5432/pay                 | quittance_app
            postgresql://db/pay                                | jdbc:postgresql://db/pay                      | quittance_app
            postgres://clerk@db/pay                            | jdbc:postgresql://db/pay                      | clerk
            jdbc:postgresql://db/pay?user=clerk                | jdbc:postgresql://db/pay                      | clerk
            jdbc:postgresql://db/pay?user=a%40b&sslmode=verify-full | jdbc:postgresql://db/pay?sslmode=verify-full | a@b
            jdbc:postgresql://one:1,two:2/pay?targetServerType=primary&user=clerk | jdbc:postgresql://one:1,two:2/pay?targetServerType=primary | clerk
            """)
    void userIsTakenOutAndTheRestGoesToTheDriver(String text, String url, String user) {
        assertThat(DatabaseUrl.parse("--db", text, Roles.APP)).isEqualTo(new Login(url, user, null));
    }

    @Test
    void thePasswordComesFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("pw"), "secret word\nsecond line\n");
        Login login = DatabaseUrl.parse("--db", "jdbc:postgresql://db/pay?passwordFile=" + file, Roles.APP);
        assertThat(login.password()).isEqualTo(Secret.of("secret word"));
        assertThat(login.toString()).isEqualTo("quittance_app at jdbc:postgresql://db/pay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/pay?password=hush",
                "jdbc:postgresql://db/pay?user=a&PASSWORD=hush",
                "postgresql://clerk:hush@db/pay"
            })
    void aPasswordInClearIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse("--db", text, Roles.APP))
                .isInstanceOf(ConfigurationError.class)
                .hasMessage("--db: it holds a password, which every user of this machine could read.")
                .satisfies(error -> assertThat(((PlatformError) error).remedy()).contains("passwordFile="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/pay", "db/pay", "jdbc:postgresql://db", "jdbc:postgresql://db/", ""})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse("--db-owner", text, Roles.MIGRATOR))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageStartingWith("--db-owner: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \n"})
    void anEmptyPasswordFileIsRefused(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("pw"), content);
        assertThatThrownBy(() -> DatabaseUrl.parse("--db", "jdbc:postgresql://db/pay?passwordFile=" + file, Roles.APP))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("holds no readable password");
    }
}
