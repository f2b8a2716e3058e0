package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engine.CrashPoint;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dies at named instants while tax is kept back: in a proposal, around the booking of a release and its certificates, between payment
 * files, in the bank's refusal and return, and while a return of VAT is closed. Then: recover, the same command, check. What is withheld,
 * certificates, ledger, ties and files must be those of an undisturbed run; what those are is said here to the cent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithholdingKillIT {

    private static final String RELEASED = "run release %s-20261125-01 --date 2026-11-24 --as dev";
    private static final String OWED = "select entity, account, sum(minor) from ledger.posting"
            + " where account in ('2610', '2620', '6110') group by 1, 2 order by 1, 2";

    private Path folder;
    private final Map<String, Scene> scenes = new HashMap<>();

    @BeforeAll
    void undisturbed(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Path home = folder.resolve("base");
        ProgramProcess.drop("inbox/rates", home.resolve("inbox/rates"), "");
        WithheldWorld.drop(home.resolve("inbox/invoices"));
        Path config = folder.resolve("config");
        WithholdingCompany.write(config);
        ProgramProcess.warm(folder);
        scene("night", home, "nightly --date 2026-11-24");
        Program program = new Program(home, config);
        for (String entity : List.of("IN-PVT", "MX-SA", "US-INC")) {
            program.approve(entity + "-20261125-01");
            scene(entity, home, RELEASED.formatted(entity));
        }
        assertReleased(home);
        WithheldWorld.answer(home);
        scene("bank", home, "nightly --date 2026-11-25");
        assertAnswered(home);
        scene("close", home, "vat close --entity NL-BV --period 2026-11 --date 2026-12-01 --as ben");
        assertClosed(home);
    }

    private void scene(String name, Path home, String command) throws Exception {
        scenes.put(name, Scene.undisturbed(home, folder.resolve("before-" + name), List.of(command.split(" "))));
    }

    /** India: 61,000.00 in all, above 50,000.00, so 10 % of both. United States: 30 % of 700.00 and of 70.00 / 0.7 = 100.00. */
    private static void assertReleased(Path home) throws SQLException {
        try (Records records = new Records(home)) {
            assertThat(records.rows(OWED))
                    .containsExactly(
                            "IN-PVT 2610 -610000",
                            "MX-SA 2610 -100000",
                            "MX-SA 2620 -106667",
                            "US-INC 2610 -24000",
                            "US-INC 6110 3000");
            assertThat(
                            records.rows(
                                    "select entity, jurisdiction, year, number, family from quittance.withholding_certificate order by 1, 4"))
                    .containsExactly(
                            "IN-PVT IN 2026 1 INCOME_TAX",
                            "MX-SA MX 2026 1 INCOME_TAX",
                            "MX-SA MX 2026 2 RETAINED_VAT",
                            "US-INC US 2026 1 INCOME_TAX");
        }
    }

    /** What was refused and what came back is owed no more, and is proposed again with its tax; the American's stands. */
    private static void assertAnswered(Path home) throws SQLException {
        try (Records records = new Records(home)) {
            assertThat(records.rows(OWED))
                    .containsExactly(
                            "IN-PVT 2610 0", "MX-SA 2610 0", "MX-SA 2620 0", "US-INC 2610 -24000", "US-INC 6110 3000");
            assertThat(records.rows("select run, family, sum(tax_minor) from quittance.standing_withholding"
                            + " where run like '%-20261126-%' group by 1, 2 order by 1, 2"))
                    .containsExactly(
                            "IN-PVT-20261126-01 INCOME_TAX 610000",
                            "MX-SA-20261126-01 INCOME_TAX 100000",
                            "MX-SA-20261126-01 RETAINED_VAT 106667");
            assertThat(records.rows(
                            "select distinct id from quittance.list_ties where id between 'T-31' and 'T-34' and passed"
                                    + " order by 1"))
                    .containsExactly("T-31", "T-32", "T-33", "T-34");
        }
    }

    private static void assertClosed(Path home) throws SQLException {
        try (Records records = new Records(home)) {
            assertThat(records.rows("select r.id, r.entries, r.rounding_minor <> 0,"
                            + " (select count(*) from quittance.vat_return_entry e where e.return_id = r.id)"
                            + " from quittance.vat_return r"))
                    .containsExactly("NL-BV/NL/2026-11 2 t 2");
        }
    }

    /** At which commit of a step (or pass of another instant), and which stage it dies in by that. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # scene, instant,          step,      time, stage
            night,   CHUNK_COMMITTING, decide,    2,    propose IN-PVT
            night,   CHUNK_COMMITTED,  decide,    3,    propose MX-SA
            IN-PVT,  CHUNK_COMMITTED,  render,    1,    none
            MX-SA,   CHUNK_COMMITTING, book,      1,    none
            MX-SA,   CHUNK_COMMITTED,  book,      1,    none
            US-INC,  CHUNK_COMMITTING, book,      1,    none
            US-INC,  FILE_HANDED_OVER, '',        1,    none
            bank,    CHUNK_COMMITTING, read,      1,    bank
            bank,    CHUNK_COMMITTED,  read,      2,    bank
            bank,    CHUNK_COMMITTING, read,      3,    bank
            bank,    CHUNK_COMMITTED,  decide,    1,    propose IN-PVT
            close,   ACT_COMMITTING,   '',        1,    none
            close,   ACT_COMMITTED,    '',        1,    none
            """)
    void whatDiesAtAnInstantEndsAsIfItHadNot(String scene, CrashPoint instant, String step, int time, String stage)
            throws Exception {
        Path home = folder.resolve("crash");
        Scene killed = scenes.get(scene);
        killed.arrange(home);
        ProgramProcess.forget(home);
        Process process = ProgramProcess.start(
                home,
                killed.command(),
                "-Dquittance.crash.at=" + instant.id(),
                "-Dquittance.crash.step=" + step,
                "-Dquittance.crash.count=" + time);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(ProgramProcess.log(home)).isEqualTo(CrashPoint.EXIT);
        assertThat(ProgramProcess.stage(home)).isEqualTo(stage);
        killed.assertSame(home, scene + " " + instant + " " + step + " " + time);
    }
}
