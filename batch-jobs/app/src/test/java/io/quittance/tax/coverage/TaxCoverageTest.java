package io.quittance.tax.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps {@code docs/reference/tax-coverage.md} what the tables say: run with -Dgolden.update=true after a change of them. */
class TaxCoverageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void thePageIsWhatTheTablesSay() throws IOException {
        Golden.assertEquals("docs/reference/tax-coverage.md", TaxCoverage.of(config(), DAY));
    }

    /** Everybody of ours who pays must be able to read what holds for him. */
    @Test
    void everyEntityOfTheExampleHasASection() throws IOException {
        String page = TaxCoverage.of(config(), DAY);
        assertThat(page).contains("\n## NL\n", "\n## GB\n", "\n## SG\n");
    }

    @Test
    void aRowThatEndsIsSeenInTheSummaryAndTheGaps(@TempDir Path folder) throws IOException {
        Path config = copy(folder);
        assertThat(TaxCoverage.of(config, DAY)).contains("| NL | 21 % |", "NL-STANDARD-20121001");

        Path rates = config.resolve("tax/rates.csv");
        Files.writeString(
                rates,
                Files.readString(rates)
                        .replaceFirst("(?m)^(NL-STANDARD-20121001,.*,2012-10-01,)(?=,)", "$12026-06-30"));

        assertThat(TaxCoverage.of(config, DAY))
                .contains("| NL | none |", "**Q703 ")
                .doesNotContain("| NL | 21 % |");
    }

    @Test
    void aCorrectedRateIsTheOneThatIsShown(@TempDir Path folder) throws IOException {
        Path config = copy(folder);
        Files.writeString(
                config.resolve("tax/rates.csv"),
                "NL-STANDARD-20121001.2,NL,,STANDARD,22,,2012-10-01,,2026-11-25,a correction of this test,high\n",
                StandardOpenOption.APPEND);

        assertThat(TaxCoverage.of(config, DAY)).contains("| NL | 22 % |").doesNotContain("| NL | 21 to 22 % |");
    }

    private static Path copy(Path folder) throws IOException {
        Path from = config();
        for (String part : List.of("tax", "fx")) {
            Files.createDirectories(folder.resolve(part));
            try (Stream<Path> files = Files.list(from.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        return folder;
    }

    private static Path config() {
        return Golden.root().resolve("config");
    }
}
