package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rate files of several publishers in one inbox, and a later one that says something else of recorded days. */
@DatabaseTest
class OtherPublishersRatesIT {

    private static final String DAY = "2026-11-24";
    private static final String LIST = "source,base,quote,valid_from,valid_to,value\n";

    private static final String RECORDED = "select source || ' ' || base || '/' || quote || ' ' || valid_from || ' '"
            + " || valid_to || ' ' || trim_scale(value) from quittance.rate order by source, base, quote, valid_from";

    @TempDir
    Path folder;

    @Test
    void eachIsTakenInByItsContentAndNoDayHasTwoRates() throws Exception {
        Path home = folder.resolve("home");
        drop(home, "a.dat", """
                [{"seriesId":"SEKJPYPMI","date":"2026-11-23","value":0.05872}]
                """);
        drop(home, "b.dat", """
                {"rates":[{"currencyCode":"JPY","amount":100,"validFor":"2026-11-23","rate":13.141}]}
                """);
        drop(home, "c.dat", LIST + "BMF,EUR,USD,2026-10-01,2026-10-31,1.1512\n");
        drop(home, "d.dat", "<ValCurs Date=\"24.11.2026\"><Valute><CharCode>USD</CharCode></Valute></ValCurs>");
        try (var database = NightDatabase.onTestServer(home, folder)) {
            var program = new Program(home, Program.root().resolve("config"), database.options());
            program.ok("nightly", "--date", DAY, "--as", "anna");
            drop(home, "e.dat", LIST + """
                    BMF,EUR,USD,2026-10-31,2026-11-30,1.1600
                    BMF,EUR,USD,2026-09-15,2026-10-01,1.1700
                    BMF,EUR,USD,2026-09-01,2026-09-14,1.1800
                    """);
            program.ok("nightly", "--date", DAY, "--as", "anna");

            try (var records = new Records(database.open())) {
                assertThat(records.rows(RECORDED))
                        .containsExactly(
                                "BMF EUR/USD 2026-09-01 2026-09-14 1.18",
                                "BMF EUR/USD 2026-10-01 2026-10-31 1.1512",
                                "CNB JPY/CZK 2026-11-23 2026-11-23 0.13141",
                                "RIKSBANK JPY/SEK 2026-11-23 2026-11-23 0.05872");
                assertThat(records.rows(
                                "select file || ' ' || code || ' ' || message from quittance.finding order by 1"))
                        .containsExactly(
                                "d.dat Q605 the element has no Nominal",
                                "e.dat Q605 BMF EUR/USD 2026-09-15 to 2026-10-01: days of it have a recorded rate already;"
                                        + " the recorded one stays",
                                "e.dat Q605 BMF EUR/USD 2026-10-31 to 2026-11-30: days of it have a recorded rate already;"
                                        + " the recorded one stays");
            }
            assertThat(program.ok("check")).isEmpty();
        }
    }

    private static void drop(Path home, String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("inbox/rates")).resolve(name), text);
    }
}
