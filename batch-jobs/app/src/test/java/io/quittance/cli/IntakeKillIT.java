package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engine.CrashPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private Path before;
    private Map<String, String> outputs;
    private String ledger;

    @BeforeAll
    void undisturbed(@TempDir Path temporary) throws Exception {
        folder = temporary;
        before = folder.resolve("before");
        ProgramProcess.drop("inbox/rates", before.resolve("inbox/rates"), "");
        MixedDelivery.drop(MixedDelivery.of(FILES), before.resolve("inbox/invoices"));
        MixedDelivery.dropTimeSheets(before.resolve("inbox/timesheets"));
        MixedDelivery.dropRegistry(before.resolve("inbox/registry"));
        Files.writeString(before.resolve("inbox/invoices/000-csv-none.csv.done"), "");
        Path home = folder.resolve("base");
        Path config = MixedDelivery.configuration(folder.resolve("config"));
        Files.writeString(config.resolve("register/contract-terms.csv"), MixedDelivery.TERMS);
        ProgramProcess.copy(before, home);
        assertThat(ProgramProcess.start(home, NIGHT).waitFor())
                .as(ProgramProcess.log(home))
                .isZero();
        ledger = AfterCrash.kept(new Program(home, config));
        outputs = ProgramProcess.outputs(home);
        assertThat(ledger)
                .as("some billed all of the approved work, others wait")
                .contains(",3,3,0,mira", ",OVER_BILLED,", ",HELD,");
        assertThat(outputs.keySet()).as("nothing waits").noneMatch(file -> file.startsWith("inbox"));
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
        ProgramProcess.delete(home);
        ProgramProcess.copy(before, home);
        Process process = ProgramProcess.start(
                home, NIGHT, "-Dquittance.crash.at=" + instant.id(), "-Dquittance.crash.count=" + time);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(ProgramProcess.log(home)).isEqualTo(CrashPoint.EXIT);
        assertThat(ProgramProcess.stage(home)).isEqualTo(stage);

        Path dump = folder.resolve("ledger.csv");
        assertThat(ProgramProcess.after(home, dump, NIGHT).waitFor())
                .as("recover, again, check after " + instant + " " + time + "\n" + ProgramProcess.log(home))
                .isZero();
        assertThat(ProgramProcess.outputs(home)).isEqualTo(outputs);
        assertThat(Files.readString(dump)).isEqualTo(ledger);
    }
}
