package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.platform.database.Database;
import io.quittance.platform.database.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real JVMs and the real server, and cuts connections, at seeded instants of the night, of a release and of the bank's day. Then: recover,
 * the same command, check. The outputs must be those of an undisturbed run, to the byte. See docs/operating/crash-tests.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashHarnessIT {

    private static final int KILLS = Integer.getInteger("quittance.crash.kills", 10);
    /** Files of every format, beside the example world's. */
    private static final int MIXED = 36;

    private static final long SEED = Long.getLong("quittance.crash.seed", 20261124L);

    /** What is done to the run. */
    private enum Fault {
        PROGRAM("K-01 kill -9 of the program"),
        SERVER("K-02 kill -9 of the embedded server"),
        BOTH("K-03 kill -9 of program and server"),
        STOP("K-04 SIGTERM"),
        CUT("K-06 every connection cut");

        private final String title;

        Fault(String title) {
            this.title = title;
        }
    }

    /** A command to be disturbed: the workspace before it, how long it takes, what it leaves behind undisturbed. */
    private record Scene(List<String> command, Path before, long millis, Map<String, String> base, String ledger) {}

    private Path folder;
    private final List<Scene> scenes = new ArrayList<>();

    @BeforeAll
    void undisturbed(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Path home = folder.resolve("base");
        ProgramProcess.drop("inbox/invoices", home.resolve("inbox/invoices"), "");
        MixedDelivery.drop(MixedDelivery.of(MIXED), home.resolve("inbox/invoices"));
        ProgramProcess.drop("inbox/rates", home.resolve("inbox/rates"), "");
        MixedDelivery.dropTimeSheets(home.resolve("inbox/timesheets"));
        MixedDelivery.dropRegistry(home.resolve("inbox/registry"));
        scene("night", home, List.of("nightly", "--date", "2026-11-24"));
        Program program = new Program(home);
        program.approve("SG-PTE-20261125-01");
        scene("release", home, List.of("run", "release", "SG-PTE-20261125-01", "--date", "2026-11-24", "--as", "dev"));
        ProgramProcess.drop("bank", home.resolve("inbox/bank"), "SG-PTE");
        scene("bank", home, List.of("nightly", "--date", "2026-11-25"));
    }

    private void scene(String name, Path home, List<String> command) throws Exception {
        Path before = folder.resolve("before-" + name);
        ProgramProcess.copy(home, before);
        long began = System.nanoTime();
        assertThat(ProgramProcess.start(home, command).waitFor())
                .as("undisturbed " + command)
                .isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        String ledger = AfterCrash.kept(new Program(home));
        scenes.add(new Scene(command, before, millis, ProgramProcess.outputs(home), ledger));
    }

    @Test
    @Order(1)
    void everyCrashIsRecoveredToTheSameBytes() throws Exception {
        Map<Fault, Integer> done = new EnumMap<>(Fault.class);
        for (int i = 0; i < KILLS; i++) {
            Fault fault = Fault.values()[i % Fault.values().length];
            disturb(scenes.get(i % scenes.size()), fault, new SplittableRandom(SEED + i), "seed " + (SEED + i));
            done.merge(fault, 1, Integer::sum);
        }
        done.forEach((fault, times) ->
                System.out.println(fault.title + ": " + times + " faults, 0 violations, seeds from " + SEED));
    }

    @Test
    @Order(2)
    void oneOfTwoLaunchesAtOnceRuns() throws Exception {
        Scene night = scenes.getFirst();
        Path home = folder.resolve("two");
        ProgramProcess.copy(night.before(), home);
        Process one = ProgramProcess.start(home, night.command());
        Process two = ProgramProcess.start(home, night.command());
        List<Integer> exits = List.of(one.waitFor(), two.waitFor());
        System.out.println("K-05 two launches at once: exits " + exits);
        assertThat(exits).contains(0).allMatch(exit -> exit == 0 || exit == 75);
        assertSame(night, home, "two launches");
    }

    /** A checker that never fires proves nothing. */
    @Test
    @Order(3)
    void aChangedOutputWouldBeSeen() throws Exception {
        Path home = folder.resolve("base");
        Path file = ProgramProcess.files(home.resolve("outbox")).getFirst();
        Files.writeString(file, " ", StandardOpenOption.APPEND);
        assertThat(ProgramProcess.outputs(home)).isNotEqualTo(scenes.getLast().base());
    }

    private void disturb(Scene scene, Fault fault, SplittableRandom random, String seed) throws Exception {
        Path home = folder.resolve("crash");
        ProgramProcess.delete(home);
        ProgramProcess.copy(scene.before(), home);
        long instant = random.nextLong(500, Math.max(600, scene.millis()));
        Process process = ProgramProcess.start(home, scene.command());
        boolean over = process.waitFor(instant, TimeUnit.MILLISECONDS);
        String what = fault + " of " + scene.command() + " after " + instant + " of " + scene.millis() + " ms, " + seed;
        if (!over) {
            strike(fault, process, home, what);
        }
        assertSame(scene, home, what);
    }

    private static void strike(Fault fault, Process process, Path home, String what) throws Exception {
        switch (fault) {
            case PROGRAM -> process.destroyForcibly();
            case SERVER -> killServer(home);
            case BOTH -> {
                process.destroyForcibly();
                killServer(home);
            }
            case STOP -> process.destroy();
            case CUT -> cutConnections(home);
        }
        // What a scheduler or systemd waits after SIGTERM before it kills; the other faults end by themselves.
        assertThat(process.waitFor(fault == Fault.STOP ? 30 : 120, TimeUnit.SECONDS))
                .as("it ends in time: " + what)
                .isTrue();
        assertThat(process.exitValue())
                .as(what + "\n" + ProgramProcess.log(home))
                .isIn(
                        switch (fault) {
                            case PROGRAM, BOTH -> Set.of(137, 0);
                            case SERVER, CUT -> Set.of(75, 0);
                            case STOP -> Set.of(143, 0);
                        });
    }

    private void assertSame(Scene scene, Path home, String what) throws Exception {
        Path dump = folder.resolve("ledger.csv");
        assertThat(ProgramProcess.after(home, dump, scene.command()).waitFor())
                .as("recover, again, check: " + what + "\n" + ProgramProcess.log(home))
                .isZero();
        assertThat(ProgramProcess.outputs(home)).as(what).isEqualTo(scene.base());
        assertThat(Files.readString(dump)).as(what).isEqualTo(scene.ledger());
    }

    private static void killServer(Path home) throws Exception {
        Path pid = home.resolve("database/data/postmaster.pid");
        if (Files.exists(pid)) {
            String first = Files.readAllLines(pid).getFirst().strip();
            new ProcessBuilder("kill", "-9", first).start().waitFor();
        }
    }

    /** As a network or an administrator would, in whatever the program does just then: the app's sessions and its owner's. */
    private static void cutConnections(Path home) throws SQLException {
        try (Database database = Database.embedded(home.resolve("database"))) {
            for (Login login : List.of(
                    database.address().app(),
                    Objects.requireNonNull(database.address().migrator()))) {
                try (Connection connection = login.connect();
                        Statement statement = connection.createStatement()) {
                    statement.execute("select pg_terminate_backend(pid, 2000) from pg_stat_activity"
                            + " where usename = current_user and pid <> pg_backend_pid()");
                }
            }
        }
    }
}
