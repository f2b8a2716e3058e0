package io.quittance.platform.database;

import static io.quittance.platform.database.Commands.end;
import static io.quittance.platform.database.Commands.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several commands at once on one workspace, each a process of its own. */
class SharedServerIT {

    @TempDir
    Path home;

    private final Commands commands = new Commands();

    private Path folder() {
        return home.resolve("database");
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        commands.close();
        LeftServer.stop(running());
    }

    @Test
    void startersAtOnceGetOneServerAndTheLastStopsIt() throws Exception {
        List<Process> starters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            starters.add(commands.start(folder()));
        }
        String server = says(starters.get(0));
        assertThat(server).isNotEmpty();
        assertThat(says(starters.get(1))).isEqualTo(server);
        assertThat(says(starters.get(2))).isEqualTo(server);

        assertThat(end(starters.get(0))).isZero();
        assertThat(end(starters.get(1))).isZero();
        assertThat(running()).as("one user is left").isPresent();
        assertThat(end(starters.get(2))).isZero();
        assertThat(running()).as("the last one has gone").isEmpty();
    }

    @Test
    void aKilledCommandLeavesTheServerToTheNext() throws Exception {
        Process first = commands.start(folder());
        String server = says(first);
        first.destroyForcibly().waitFor();
        assertThat(running().orElseThrow().isAlive())
                .as("it survives kill -9 of the program")
                .isTrue();

        Process second = commands.start(folder());
        assertThat(says(second)).as("and is adopted").isEqualTo(server);
        assertThat(end(second)).isZero();
        assertThat(running()).isEmpty();
    }

    @Test
    void onlyAServerThatNobodyUsesIsStoppedFromOutside() throws Exception {
        assertThat(ServerLease.stopUnused(folder())).as("there is none").isTrue();
        Process user = commands.start(folder());
        says(user);
        assertThat(ServerLease.stopUnused(folder())).isFalse();
        assertThat(running().orElseThrow().isAlive()).isTrue();

        user.destroyForcibly().waitFor();
        assertThat(ServerLease.stopUnused(folder())).isTrue();
        assertThat(running()).isEmpty();
    }

    @Test
    void startersKilledAtAnyMomentBlockNobody() throws Exception {
        for (int delayMs : new int[] {300, 900, 1500, 2100, 2700}) {
            Process starter = commands.start(folder());
            Thread.sleep(delayMs);
            starter.destroyForcibly().waitFor();
        }
        Process last = commands.start(folder());
        assertThat(says(last)).isNotEmpty();
        assertThat(end(last)).isZero();
        assertThat(running()).isEmpty();
    }

    @Test
    void startersOverADeadServerDoNotKillEachOthers() throws Exception {
        Process first = commands.start(folder());
        says(first);
        ProcessHandle.of(running().orElseThrow().pid()).orElseThrow().destroyForcibly();
        first.destroyForcibly().waitFor();

        Process second = commands.start(folder());
        Process third = commands.start(folder());
        String server = says(second);
        assertThat(server).isNotEmpty();
        assertThat(says(third)).isEqualTo(server);
    }

    private Optional<PostmasterFile> running() throws IOException {
        return PostmasterFile.read(folder().resolve("data"));
    }
}
