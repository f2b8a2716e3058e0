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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real JVMs and the real server, and cuts connections, at seeded instants of the night, of releases (one of them withholds tax), of the
 * bank's day and of closing a return. Then: recover, the same command, check. The outputs must be those of an undisturbed run, to
 * the byte. See docs/operating/crash-tests.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashHarnessIT {

    /** Faults that are tried, and the first of them: ten of the 25 pairs of command and fault; the gate's lane tries the others. */
    private static final int KILLS = Integer.getInteger("quittance.crash.kills", 10);

    private static final int FIRST = Integer.getInteger("quittance.crash.first", 0);
    /** How many at once. */
    private static final int WORKERS = Integer.getInteger("quittance.crash.workers", 1);
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
        WithheldWorld.drop(home.resolve("inbox/invoices"));
        Path config = folder.resolve("config");
        WithholdingCompany.write(config);
        ProgramProcess.warm(folder);
        scene("night", home, "nightly --date 2026-11-24");
        Program program = new Program(home, config);
        for (String run : List.of("IN-PVT-20261125-01", "US-INC-20261125-01")) {
            program.approve(run);
            program.ok("run", "release", run, "--date", "2026-11-24", "--as", "dev");
        }
        for (String run : List.of("SG-PTE-20261125-01", "MX-SA-20261125-01")) {
            program.approve(run);
            scene("release-" + run, home, "run release " + run + " --date 2026-11-24 --as dev");
        }
        ProgramProcess.drop("bank", home.resolve("inbox/bank"), "SG-PTE");
        WithheldWorld.answer(home);
        scene("bank", home, "nightly --date 2026-11-25");
        scene("close", home, "vat close --entity ES-SL --period 2026-11 --date 2026-12-01 --as ben");
    }

    private void scene(String name, Path home, String command) throws Exception {
        scenes.add(Scene.undisturbed(home, folder.resolve("before-" + name), List.of(command.split(" "))));
    }

    @Test
    @Order(1)
    void everyCrashIsRecoveredToTheSameBytes() throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Fault>> tried = IntStream.range(FIRST, FIRST + KILLS)
                    .mapToObj(i -> workers.submit(() -> disturb(i)))
                    .toList();
            Map<Fault, Integer> done = new EnumMap<>(Fault.class);
            for (Future<Fault> one : tried) {
                done.merge(one.get(), 1, Integer::sum);
            }
            done.forEach((fault, times) -> System.out.println(
                    fault.title + ": " + times + " faults, 0 violations, seeds from " + (SEED + FIRST)));
        }
    }

    @Test
    @Order(2)
    void oneOfTwoLaunchesAtOnceRuns() throws Exception {
        Scene night = scenes.getFirst();
        Path home = folder.resolve("two");
        night.arrange(home);
        Process one = ProgramProcess.start(home, night.command());
        Process two = ProgramProcess.start(home, night.command());
        List<Integer> exits = List.of(one.waitFor(), two.waitFor());
        System.out.println("K-05 two launches at once: exits " + exits);
        assertThat(exits).contains(0).allMatch(exit -> exit == 0 || exit == 75);
        night.assertSame(home, "two launches");
    }

    /** A checker that never fires proves nothing. */
    @Test
    @Order(3)
    void aChangedOutputWouldBeSeen() throws Exception {
        Path home = folder.resolve("base");
        Path file = ProgramProcess.files(home.resolve("outbox")).getFirst();
        Files.writeString(file, " ", StandardOpenOption.APPEND);
        assertThat(ProgramProcess.outputs(home)).isNotEqualTo(scenes.getLast().outputs());
    }

    /** Any 25 in a row are each fault to each of the five commands once. */
    private Fault disturb(int i) throws Exception {
        Fault fault = Fault.values()[i % Fault.values().length];
        Scene scene = scenes.get((i + i / Fault.values().length) % scenes.size());
        var random = new SplittableRandom(SEED + i);
        Path home = folder.resolve("crash-" + i);
        scene.arrange(home);
        long instant = random.nextLong(500, Math.max(600, scene.millis()));
        Process process = ProgramProcess.start(home, scene.command());
        boolean over = process.waitFor(instant, TimeUnit.MILLISECONDS);
        String what = fault + " of " + scene.command() + " after " + instant + " of " + scene.millis() + " ms, seed "
                + (SEED + i);
        if (!over) {
            strike(fault, process, home, what);
        }
        scene.assertSame(home, what);
        ProgramProcess.delete(home);
        return fault;
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
