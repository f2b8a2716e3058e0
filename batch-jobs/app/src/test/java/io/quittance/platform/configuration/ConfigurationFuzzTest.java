package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.fuzz.FuzzProcess;
import io.quittance.testkit.fuzz.FuzzTarget;
import io.quittance.testkit.fuzz.FuzzTarget.Outcome;
import io.quittance.testkit.fuzz.Fuzzing;
import io.quittance.testkit.fuzz.Mutation;
import io.quittance.testkit.fuzz.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Column profiles and rule settings in YAML, under attack in a JVM of its own; see docs/operating/fuzzing.md. */
class ConfigurationFuzzTest {

    private static final int SECONDS = 4;
    private static final Mutation YAML = Mutation.oneOf(Tokens.ANY, Tokens.LINES);

    @Test
    void noInputMakesAReaderFallHangOrGrow() throws IOException, InterruptedException {
        FuzzProcess.run(
                ConfigurationFuzzTest.class,
                SECONDS,
                Path.of("target/fuzz").toAbsolutePath(),
                System.getProperty("quittance.root"));
    }

    /** What the other JVM does; its last argument is the folder of the project. */
    public static void main(String[] arguments) throws IOException {
        Path config = Path.of(arguments[arguments.length - 1]).resolve("config");
        Path folder = Files.createTempDirectory("fuzz-");
        folder.toFile().deleteOnExit();
        Path file = folder.resolve("fuzz.yaml");
        file.toFile().deleteOnExit();
        Fuzzing.main(
                List.of(
                        new FuzzTarget("profiles", seeds(config.resolve("intake")), YAML, input -> {
                            Files.write(file, input);
                            return outcome(() -> IntakeProfiles.read(folder).toString());
                        }),
                        new FuzzTarget(
                                "rules", List.of(Files.readAllBytes(config.resolve("rules.yaml"))), YAML, input -> {
                                    Files.write(folder.resolve("rules.yaml"), input);
                                    try {
                                        return outcome(
                                                () -> RuleSettings.of(folder).toString());
                                    } finally {
                                        Files.delete(folder.resolve("rules.yaml"));
                                    }
                                })),
                arguments);
    }

    private interface Reading {
        String read();
    }

    private static Outcome outcome(Reading reading) {
        try {
            return new Outcome(reading.read(), true);
        } catch (ConfigurationError refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return new Outcome(refused.getMessage(), false);
        }
    }

    private static List<byte[]> seeds(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ConfigurationFuzzTest::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
