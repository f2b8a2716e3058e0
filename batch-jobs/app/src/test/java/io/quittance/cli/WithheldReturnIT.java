package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.cli.Program.Result;
import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A form that asks for what was kept back from payees, as W4 of the Australian statement does: here an invented box of the Spanish
 * one, since the example group withholds there.
 */
@DatabaseTest
class WithheldReturnIT {

    private static final String RUN = "ES-SL-20261125-01";
    private static final String FIRST = "2026-11-24";

    @Test
    void theFormTellsWhatReleasedPaymentsKeptBack(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("workspace");
        Path config = folder.resolve("config");
        WithholdingCompany.write(config);
        Files.writeString(
                config.resolve("tax/return-forms.csv"),
                "RF-ES-W-WITHHELD,ES,303,W,WITHHELD,,kept back,withheld IRPF,1,DOWN,,,,,2026-11-26,invented,high\n",
                StandardOpenOption.APPEND);
        WithholdingCompany.copy(Program.root().resolve("fixtures/demo/inbox/rates"), home.resolve("inbox/rates"));
        WithholdingCompany.drop(
                home.resolve("inbox/invoices"),
                "first.csv",
                List.of(WithholdingCompany.invoice(
                        "ES-SL,C1031,Núria Casals Ferrer,CT-W-ES", "ES-1,EUR,1000.66,S,21,210.14")));
        try (NightDatabase database = NightDatabase.onTestServer(home, folder)) {
            closes(new Program(home, config, database.options()), database);
        }
    }

    private static void closes(Program program, NightDatabase database) throws Exception {
        program.ok("nightly", "--date", FIRST, "--as", "anna");
        assertThat(withheld(program)).as("proposed is not paid").endsWith(",0.00,0,0.00,0");
        program.approve(RUN);
        program.ok("run", "release", RUN, "--date", FIRST, "--as", "dev");
        assertThat(withheld(program)).as("15 % of 1000.66, and cents are cut").endsWith(",150.10,150,-0.10,1");

        Result entries = program.run("vat", "entries", "--entity", "ES-SL", "--period", "2026-11", "--box", "W");
        assertThat(entries.exit()).isEqualTo(2);
        assertThat(entries.err()).contains("box W is what payments kept back", "run show RUN");

        assertThat(program.ok("explain", "vat:ES-SL/2026-11/W"))
                .contains("WITHHELD 150 EUR declared: kept back", "ledger 150.10 of 1 payments, difference -0.10");

        Result close = program.run(
                "vat", "close", "--entity", "ES-SL", "--period", "2026-11", "--as", "ben", "--date", "2026-12-01");
        assertThat(close.exit()).as(close.err()).isZero();
        assertThat(withheld(program)).endsWith(",150.10,150,-0.10,1");
        assertThat(program.ok("check")).isEmpty();
        try (var records = new Records(database.open())) {
            assertThat(records.rows("select run, return_id from quittance.vat_return_withholding"))
                    .containsExactly(RUN + " ES-SL/ES/2026-11");
            records.execute("begin; delete from quittance.vat_return_withholding");
            assertThat(records.rows(Files.readString(
                            Program.root().resolve("batch-jobs/app/src/main/resources/checks/I-71.sql"))))
                    .containsExactly(
                            "return ES-SL/ES/2026-11, box W: withheld 150.10 from 1 documents, payments kept back 0"
                                    + " from 0");
            records.execute("rollback");
        }
    }

    private static String withheld(Program program) throws IOException {
        return program.ok("vat", "return", "--entity", "ES-SL", "--period", "2026-11", "--format", "csv")
                .lines()
                .filter(line -> line.contains(",W,WITHHELD,"))
                .findFirst()
                .orElseThrow();
    }
}
