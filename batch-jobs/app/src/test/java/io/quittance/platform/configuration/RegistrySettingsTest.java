package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.RegistryPolicy;
import io.quittance.party.RegistryPolicy.Required;
import io.quittance.platform.configuration.RegistrySettings.Vies;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tax registers are asked (quittance.yaml), and what is wanted of them (rules.yaml). */
class RegistrySettingsTest {

    @TempDir
    Path folder;

    private ConfigFolder config;

    @BeforeEach
    void right() {
        config = ConfigFolder.right(folder);
    }

    @Test
    void withoutTheSectionNobodyIsAskedAndNothingIsWanted() {
        assertThat(vies()).isEqualTo(RegistrySettings.OFF.vies());
        assertThat(vies().enabled()).isFalse();
        assertThat(config.load().rules().registry()).isEqualTo(RegistryPolicy.NONE);
    }

    @Test
    void everythingMayBeSaid() throws IOException {
        registry(
                "{ enabled: true, address: https://register.example/rest, timeout: 5s, requester: NL 8231.04.175.B01 }");
        config.write("rules.yaml", """
                official:
                  run: true
                  error: hold
                  warning: warn
                  notRun: hold
                  timeLimitSeconds: 5
                  threads: 1
                  lines: 100
                registry:
                  required: hold
                  maxAgeDays: 7
                """);
        assertThat(vies())
                .isEqualTo(new Vies(
                        true,
                        URI.create("https://register.example/rest"),
                        Duration.ofSeconds(5),
                        "NL823104175B01",
                        false));
        assertThat(config.load().rules().registry()).isEqualTo(new RegistryPolicy(Required.HOLD, 7));
        config.replace("rules.yaml", "maxAgeDays: 7", "maxAgeDays: 401");
        assertThatThrownBy(config::load).hasMessageContaining("rules.yaml:11 registry.maxAgeDays");
    }

    @Test
    void aTrialMayAskAStubOnThisMachine() throws IOException {
        config.write("quittance.yaml", "example: true\n" + Files.readString(folder.resolve("quittance.yaml")));
        registry("{ enabled: true, address: http://127.0.0.1:8080 }");
        assertThat(vies().stub()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            { enabled: true, address: http://127.0.0.1:8080 }       | registry.vies.address   | expected https
            { enabled: true, address: http://register.example }     | registry.vies.address   | expected https
            { enabled: true, address: "file:///etc/passwd" }        | registry.vies.address   | expected https
            { enabled: true, timeout: soon }                        | registry.vies.timeout   | a time such as
            { enabled: true, requester: GB980780684 }               | registry.vies.requester | a VAT id of a member state
            { enabled: true, requester: NL823104176B01 }            | registry.vies.requester | a VAT id of a member state
            { enabled: true, password: secret }                     | registry.vies.password  | is not a key known here
            { timeout: 5s }                                         | registry.vies.enabled   | is missing
            """)
    void whatIsWrongIsToldWithItsKey(String vies, String key, String said) throws IOException {
        registry(vies);
        assertThatThrownBy(config::load)
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining(key)
                .hasMessageContaining(said);
    }

    private void registry(String vies) throws IOException {
        config.write(
                "quittance.yaml",
                Files.readString(folder.resolve("quittance.yaml")) + "registry:\n  vies: " + vies + "\n");
    }

    private Vies vies() {
        return config.load().settings().registry().vies();
    }
}
