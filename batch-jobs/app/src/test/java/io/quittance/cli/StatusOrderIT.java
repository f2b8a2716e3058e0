package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank that says of one payment that it was refused and that the money left: in no order is it paid a second time. */
@DatabaseTest
class StatusOrderIT {

    private static final Path FIXTURE = Program.root().resolve("fixtures/errors/Q803/inbox");
    private static final String DAY = "2026-11-24";
    private static final String RUN = "NL-BV-20261125-01";
    private static final String REFUSAL = "RJCT";

    @TempDir
    Path folder;

    private Path home;

    @ParameterizedTest(name = "{0} at {1} in a.xml, {2} at {3} in b.xml")
    @CsvSource({
        "RJCT, 06:00:00,      ACSC, 07:00:00,       REJECTED, says ACSC of",
        "ACSC, 06:00:00,      RJCT, 07:00:00,       ACCEPTED, says RJCT of",
        "ACSC, 07:00:00,      RJCT, 06:00:00,       REJECTED, says ACSC of",
        "RJCT, 07:00:00+01:00, ACCC, 06:00:00+02:00, ACCEPTED, says RJCT of",
        "ACSC, yesterday,     RJCT, yesterday,      ACCEPTED, says RJCT of"
    })
    void theTimeOfTheReportsDecidesAndNeitherOrderPaysTwice(
            String first, String firstAt, String second, String secondAt, String state, String conflict)
            throws Exception {
        home = folder.resolve("workspace");
        copy(Program.root().resolve("fixtures/demo/inbox/rates"), "rates");
        copy(FIXTURE.resolve("invoices"), "invoices");
        try (NightDatabase database = NightDatabase.onTestServer(home, folder);
                Records records = new Records(database.open())) {
            Program program = new Program(home, Program.root().resolve("config"), database.options());
            program.ok("nightly", "--date", DAY, "--as", "anna");
            program.approve(RUN);
            program.ok("run", "release", RUN, "--date", DAY, "--as", "dev");
            drop("a.xml", first, firstAt);
            drop("b.xml", second, secondAt);
            program.ok("nightly", "--date", "2026-11-25", "--as", "anna");

            assertThat(records.rows("select state from quittance.list_payments"))
                    .containsExactly(state);
            assertThat(records.rows("select message from quittance.list_findings where code = 'Q803'"))
                    .singleElement()
                    .asString()
                    .contains(conflict);
            assertThat(records.rows("select run, outcome from quittance.run_decision where outcome = 'PAID'"))
                    .containsExactly(RUN + " PAID");
            assertThat(program.ok("check")).isEmpty();
        }
    }

    private void drop(String name, String code, String at) throws IOException {
        String report = Files.readString(FIXTURE.resolve("bank/1-status.xml"))
                .replace("<MsgId>S-1<", "<MsgId>S-" + name.charAt(0) + "<")
                .replace("2026-11-25T06:00:00Z", "2026-11-25T" + at)
                .replace(REFUSAL, code);
        Path bank = Files.createDirectories(home.resolve("inbox/bank"));
        Files.writeString(bank.resolve(name), report);
    }

    private void copy(Path from, String inbox) throws IOException {
        Path to = Files.createDirectories(home.resolve("inbox").resolve(inbox));
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }
}
