package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command tells about files that it does not take, and that it goes on all the same. */
@DatabaseTest
class WaitingFilesIT {

    private static final String SETTLE = "settle: { age: 1s, apart: 200ms, wait: 15s }";

    private Path home;
    private Path inbox;
    private Path config;
    private NightDatabase database;
    private Program program;

    @BeforeEach
    void workspace(@TempDir Path folder) throws IOException {
        home = folder.resolve("workspace");
        inbox = Files.createDirectories(home.resolve("inbox/invoices"));
        config = folder.resolve("config");
        Path example = Program.root().resolve("config");
        try (Stream<Path> tree = Files.walk(example)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(example.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        set("settle: { age: 1h, apart: 10ms, wait: 0s }");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsNotSettledIsToldAndAMarkerSettlesIt() throws Exception {
        drop("fresh.csv", "broken", Instant.now());
        Files.createSymbolicLink(inbox.resolve("link.csv"), config.resolve("users.yaml"));
        assertThat(program.ok("intake", "--date", "2026-11-24", "--format", "csv")
                        .lines()
                        .filter(line -> line.startsWith("intake")))
                .containsExactly(
                        "intake,,nothing to do,",
                        "intake,,\"waiting, not settled\",fresh.csv",
                        "intake,,\"left, no regular file\",link.csv");

        drop("fresh.csv.done", "", Instant.now());
        drop("old.csv", "broken too", Instant.EPOCH);
        assertThat(program.ok("intake", "--date", "2026-11-24", "--format", "csv")
                        .lines()
                        .filter(line -> line.startsWith("intake")))
                .contains(line("files", "2"), line("refused", "2"), line("\"left, no regular file\"", "link.csv"));
        assertThat(inbox.resolve("fresh.csv.done")).doesNotExist();
        assertThat(program.ok("check")).isEmpty();
    }

    private static String line(String what, String figure) {
        return "intake,intake-20261124-01,%s,%s".formatted(what, figure);
    }

    /** Nobody listens there. The files that lie here are taken in, the code tells the scheduler. */
    @Test
    void aServerThatIsAwayIsToldByLineAndExitCode() throws Exception {
        Path password = Files.writeString(config.resolveSibling("password"), "secret\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(config.resolve("known_hosts"), "");
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        set(SETTLE + "\n  sftp: { host: 127.0.0.1, port: " + closed
                + ", user: q, knownHosts: known_hosts, passwordFile: " + password + ", timeout: 5s }");
        drop("old.csv", "broken", Instant.EPOCH);

        Program.Result intake = program.run("intake", "--date", "2026-11-24");
        assertThat(intake.exit()).as(intake.out() + intake.err()).isEqualTo(69);
        assertThat(intake.out())
                .contains("server not reached", "127.0.0.1:" + closed)
                .doesNotContain("secret");
        assertThat(inbox.resolve("old.csv")).doesNotExist();
    }

    private void drop(String name, String text, Instant modified) throws IOException {
        Files.setLastModifiedTime(Files.writeString(inbox.resolve(name), text), FileTime.from(modified));
    }

    private void set(String settings) throws IOException {
        Path file = config.resolve("quittance.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("settle: [{].*[}]", settings));
    }
}
