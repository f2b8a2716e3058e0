package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engine.CrashPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A night over time sheets and files of seven formats, some of them broken, in a process that dies at each named instant of taking in: between archive, row
 * and drop folder, and around the portion that stores what was read. Then: recover, the same command, check. Outputs and ledger must be
 * those of an undisturbed night, to the byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeKillIT {

    private static final List<String> NIGHT = List.of("nightly", "--date", "2026-11-24");

    /** So many that every format is there whole, and broken in several ways. */
    private static final int FILES = 36;

    private Path folder;
    private Scene night;

    @BeforeAll
    void undisturbed(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Path home = folder.resolve("base");
        ProgramProcess.drop("inbox/rates", home.resolve("inbox/rates"), "");
        MixedDelivery.drop(MixedDelivery.of(FILES), home.resolve("inbox/invoices"));
        MixedDelivery.dropTimeSheets(home.resolve("inbox/timesheets"));
        MixedDelivery.dropRegistry(home.resolve("inbox/registry"));
        Files.writeString(home.resolve("inbox/invoices/000-csv-none.csv.done"), "");
        Path config = MixedDelivery.configuration(folder.resolve("config"));
        Files.writeString(config.resolve("register/contract-terms.csv"), MixedDelivery.TERMS);
        ProgramProcess.warm(folder);
        night = Scene.undisturbed(home, folder.resolve("before"), NIGHT);
        assertThat(night.kept())
                .as("some billed all of the approved work, others wait")
                .contains(" 3 3 0 mira", " OVER_BILLED ", " HELD ");
        assertThat(night.outputs().keySet()).as("nothing waits").noneMatch(file -> file.startsWith("inbox"));
    }

    /** At which instant, at which file or portion of the night, and which stage it dies in by that. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            CHUNK_COMMITTING,  5, registry
            CHUNK_COMMITTED,   5, registry
            CHUNK_COMMITTING,  9, timesheets
            CHUNK_COMMITTED,   9, timesheets
            CLAIM_ARCHIVED,   18, intake
            CLAIM_RECORDED,    1, intake
            CLAIM_RECORDED,   18, intake
            CLAIM_REMOVED,    34, intake
            CHUNK_COMMITTED,  14, intake
            CHUNK_COMMITTED,  15, intake
            CHUNK_COMMITTING, 16, intake
            """)
    void whatDiesAtAnInstantEndsAsIfItHadNot(CrashPoint instant, int time, String stage) throws Exception {
        Path home = folder.resolve("crash");
        night.arrange(home);
        Process process = ProgramProcess.start(
                home, NIGHT, "-Dquittance.crash.at=" + instant.id(), "-Dquittance.crash.count=" + time);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(ProgramProcess.log(home)).isEqualTo(CrashPoint.EXIT);
        assertThat(ProgramProcess.stage(home)).isEqualTo(stage);
        night.assertSame(home, instant + " " + time);
    }
}
