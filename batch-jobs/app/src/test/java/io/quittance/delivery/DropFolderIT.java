package io.quittance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.delivery.Claims.Wanted;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.platform.configuration.IntakeSettings;
import io.quittance.platform.configuration.IntakeSettings.Settling;
import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drop folder and the record of claims together: what settles is taken once, what does not is told. */
@DatabaseTest
class DropFolderIT {

    private static final int FILES = 40;

    private static final IntakeSettings SETTINGS = new IntakeSettings(
            new Settling(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(15)), 1_000, null);

    private final FakeTime time = new FakeTime();
    private ClaimDesk desk;

    @BeforeEach
    void desk(@TempDir Path folder) {
        desk = new ClaimDesk(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatWasJustDroppedIsWaitedForAndWhatStillGrowsIsTold() throws Exception {
        dropped("old.csv", "old", time.instant().minusSeconds(3600));
        dropped("new.csv", "new!", time.instant());
        dropped("marked.csv", "marked", time.instant());
        dropped("marked.csv.done", "", time.instant());
        time.meanwhile(now -> dropped("grows.csv", "at " + now, now));

        assertThat(sweep()).containsExactly("grows.csv: waiting, not settled");
        assertThat(desk.claimed()).containsExactly("marked.csv 6 bytes", "new.csv 4 bytes", "old.csv 3 bytes");
        assertThat(desk.waiting()).as("the marker went with its file").containsExactly("grows.csv");
        assertThat(time.instant()).as("the wait has a bound").isEqualTo("2026-11-24T20:00:15Z");

        time.meanwhile(now -> {});
        assertThat(sweep()).isEmpty();
        assertThat(desk.waiting()).isEmpty();
    }

    /** Tests run as root, too, who may look into every folder: so who lists says that it may not. */
    @Test
    void aFolderThatMayNotBeLookedIntoStopsNobody() throws Exception {
        dropped("a.csv", "beside", Instant.EPOCH);
        dropped("locked/b.csv", "nobody sees it", Instant.EPOCH);
        dropped("open/c.csv", "in the next folder", Instant.EPOCH);
        dropped(".cache/d.csv", "nobody looks", Instant.EPOCH);
        var walk = new FolderWalk(
                folder -> {
                    if (folder.endsWith("locked") || folder.endsWith(".cache")) {
                        throw new AccessDeniedException(folder.toString());
                    }
                    try (Stream<Path> entries = Files.list(folder)) {
                        return entries.toList();
                    }
                },
                2);
        List<NotTaken> left = new DropFolder(desk.claims, time, time, walk).sweep(desk.inbox, SETTINGS, folder -> true);
        assertThat(left.stream().map(one -> one.name() + ": " + one.reason().words()))
                .containsExactly("locked: left, it may not be read");
        assertThat(desk.claimed()).containsExactly("a.csv 6 bytes", "open/c.csv 18 bytes");
    }

    @Test
    void aDropFolderThatCannotBeListedIsAnError() {
        var walk = new FolderWalk(
                folder -> {
                    throw new AccessDeniedException(folder.toString());
                },
                2);
        assertThatThrownBy(() -> walk.entries(desk.inbox, folder -> {})).hasMessageStartingWith("Cannot list ");
    }

    /** Between two looks a writer may still be at it; while it is read, too. */
    @Test
    void aFileThatChangesAfterItWasClaimedStaysForTheNextTime() throws Exception {
        dropped("a.csv", "first", Instant.EPOCH);
        desk.database.migrator().run("""
                create function quittance.slow() returns trigger language plpgsql as $$
                begin perform pg_sleep(1); return new; end $$;
                create trigger slow before insert on quittance.claim for each row execute function quittance.slow()
                """);
        var writer = Thread.ofPlatform().start(() -> {
            sleep(Duration.ofMillis(500));
            dropped("a.csv", "second", Instant.EPOCH);
        });
        claim("a.csv");
        writer.join();

        assertThat(desk.claimed())
                .as("nothing on record of what was only half seen")
                .isEmpty();
        assertThat(desk.waiting()).containsExactly("a.csv");
    }

    /** Files are claimed together; one that changes meanwhile holds up no other. */
    @Test
    void ofFilesThatAreClaimedTogetherOnlyTheOneThatChangesStays() throws Exception {
        for (String name : List.of("a.csv", "b.csv", "c.csv")) {
            dropped(name, "content of " + name, Instant.EPOCH);
        }
        dropped("a.csv.done", "", Instant.EPOCH);
        desk.database.migrator().run("""
                create function quittance.slow() returns trigger language plpgsql as $$
                begin perform pg_sleep(0.5); return new; end $$;
                create trigger slow before insert on quittance.claim for each row execute function quittance.slow()
                """);
        var writer = Thread.ofPlatform().start(() -> {
            sleep(Duration.ofMillis(300));
            dropped("b.csv", "another content", Instant.EPOCH);
        });
        var outcomes = desk.claims.claim(List.of("c.csv", "b.csv", "a.csv").stream()
                .map(name -> new Wanted(Kind.INVOICES, desk.inbox, desk.inbox.resolve(name), null))
                .toList());
        writer.join();

        assertThat(outcomes.get(desk.inbox.resolve("b.csv"))).isEqualTo(Claims.Outcome.CHANGED);
        assertThat(desk.claimed()).containsExactly("a.csv 16 bytes", "c.csv 16 bytes");
        assertThat(desk.waiting()).containsExactly("b.csv");
    }

    /** Two threads over one folder, each file wanted by both at the same instant. */
    @Test
    void ofTwoWhoClaimAtOnceOneGetsEachFile() throws Exception {
        for (int i = 0; i < FILES; i++) {
            dropped("f%02d.csv".formatted(i), i % 10 == 9 ? "the same" : "content " + i, Instant.EPOCH);
        }
        var start = new CyclicBarrier(2);
        Callable<Integer> claimant = () -> {
            int got = 0;
            for (int i = 0; i < FILES; i++) {
                start.await();
                got += claim("f%02d.csv".formatted(i)) == Claims.Outcome.CLAIMED ? 1 : 0;
            }
            return got;
        };
        assertThat(both(claimant)).isEqualTo(FILES);
        assertThat(desk.claimed())
                .as("each delivery once, four of one content under four names")
                .hasSize(FILES)
                .noneMatch(row -> row.contains("not cleared"));
        assertThat(desk.archived()).isEqualTo(FILES - 3);
        assertThat(desk.waiting()).isEmpty();
    }

    /** Two whole sweeps, as two pollers make them. */
    @Test
    void twoSweepsAtOnceTakeEachFileOnce() throws Exception {
        for (int i = 0; i < FILES; i++) {
            dropped("f%02d.csv".formatted(i), "content " + i, Instant.EPOCH);
        }
        var settings = new IntakeSettings(
                new Settling(Duration.ZERO, Duration.ofMillis(20), Duration.ofSeconds(10)), 1_000, null);
        both(() -> new DropFolder(desk.claims, Clock.systemUTC(), Pause.SLEEP)
                .sweep(desk.inbox, settings, folder -> true)
                .size());
        assertThat(desk.claimed()).hasSize(FILES).noneMatch(row -> row.contains("not cleared"));
        assertThat(desk.waiting()).isEmpty();
    }

    @Test
    void theSameFileMayComeAgainOnceItIsGone() throws Exception {
        for (int i = 0; i < 2; i++) {
            dropped("a.csv", "content", Instant.EPOCH);
            assertThat(sweep()).isEmpty();
        }
        assertThat(desk.claimed()).containsExactly("a.csv 7 bytes", "a.csv 7 bytes");
        assertThat(desk.archived()).isEqualTo(1);
    }

    private int both(Callable<Integer> claimant) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            int sum = 0;
            for (Future<Integer> one : threads.invokeAll(List.of(claimant, claimant))) {
                sum += one.get();
            }
            return sum;
        }
    }

    private Claims.Outcome claim(String name) {
        return desk.claims.claim(new Wanted(Kind.INVOICES, desk.inbox, desk.inbox.resolve(name), null));
    }

    private List<String> sweep() {
        List<NotTaken> left = new DropFolder(desk.claims, time, time).sweep(desk.inbox, SETTINGS, folder -> true);
        return new ArrayList<>(left.stream()
                .map(one -> one.name() + ": " + one.reason().words())
                .toList());
    }

    private void dropped(String name, String text, Instant modified) {
        try {
            Path file = desk.inbox.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(modified));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
