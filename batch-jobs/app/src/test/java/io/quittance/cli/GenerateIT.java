package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated world goes through the pipeline as the fixtures do: most of it is accepted, some of it is not. */
@DatabaseTest
class GenerateIT {

    private static final String DAY = "2026-11-24";

    @Test
    void aGeneratedWorldIsAHomeWithItsOwnConfigurationAndMostOfItIsAccepted(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("world");
        String[] generate = {"generate", "--invoices", "300", "--seed", "5", "--out", home.toString()};
        assertThat(new Program(home).run(generate).exit()).isZero();
        assertThat(new Program(home).run(generate).exit())
                .as("the folder is not empty")
                .isEqualTo(73);

        try (var database = NightDatabase.onTestServer(home, folder)) {
            var program = new Program(home, home.resolve("config"), database.options());
            program.ok("intake", "--date", DAY);
            program.ok("assess", "--date", DAY);
            assertThat(program.ok("check")).isBlank();
            try (var records = new Records(database.open())) {
                List<String> verdicts = records.rows("""
                        select count(*) filter (where verdict = 'ACCEPTED') * 100 / 300, count(*) filter (where verdict <> 'ACCEPTED') > 0,
                               count(distinct currency) > 8, count(distinct treatment) > 4
                        from quittance.assessment
                        """);
                assertThat(verdicts).hasSize(1).allMatch(row -> row.matches("9[0-9] t t t"), "nine of ten accepted");
            }
        }
    }

    @Test
    void aWorldWithoutAnInvoiceIsWrongUsage(@TempDir Path folder) {
        var program = new Program(folder);
        assertThat(program.run(
                                "generate",
                                "--invoices",
                                "0",
                                "--out",
                                folder.resolve("w").toString())
                        .exit())
                .isEqualTo(2);
    }
}
