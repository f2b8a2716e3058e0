package io.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.platform.configuration.ConfigurationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server in this process: made, stopped, killed, joined, refused. */
class EmbeddedServerIT {

    @TempDir
    static Path made;

    @TempDir
    Path home;

    private Path folder() {
        return home.resolve("database");
    }

    /** initdb takes its second; all but one test begin with a copy of a stopped workspace. */
    @BeforeAll
    static void makeOne() {
        ServerLease.take(made.resolve("database")).close();
    }

    @BeforeEach
    void copyIt(TestInfo test) throws Exception {
        if (!test.getTags().contains("fresh")) {
            copy(made.resolve("database"), folder());
        }
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        LeftServer.stop(PostmasterFile.read(folder().resolve("data")));
    }

    @Test
    @Tag("fresh")
    void madeAtFirstUseAndStoppedByTheLastUser() throws Exception {
        try (ServerLease first = ServerLease.take(folder())) {
            try (ServerLease second = ServerLease.take(folder())) {
                assertThat(second.address()).isEqualTo(first.address());
            }
            assertThat(one(first.address().app(), "select current_user || ' on ' || current_database()"))
                    .isEqualTo("quittance_app on quittance");
        }
        assertThat(PostmasterFile.read(folder().resolve("data"))).isEmpty();
    }

    @Test
    void keepsWhatWasCommittedAndStartsWarmInSeconds() throws Exception {
        try (ServerLease lease = ServerLease.take(folder())) {
            run(lease, "set role quittance_owner; create schema s; create table s.t as select 42 as n");
        }
        long before = System.nanoTime();
        try (ServerLease lease = ServerLease.take(folder())) {
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            assertThat(one(migrator(lease), "set role quittance_owner; select n from s.t"))
                    .isEqualTo("42");
        }
    }

    @Test
    void settingsAreSafeAndReadable() throws Exception {
        try (ServerLease lease = ServerLease.take(folder())) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(one(lease.address().app(), "show " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(one(lease.address().app(), "show server_encoding")).isEqualTo("UTF8");
            assertThat(one(lease.address().app(), "select lower('ÄÖŁ')")).isEqualTo("äöł");
        }
    }

    @Test
    void noWayInWithoutThePassword() throws Exception {
        try (ServerLease lease = ServerLease.take(folder())) {
            Login app = lease.address().app();
            assertThatThrownBy(() -> new Login(app.url(), app.user(), Secret.of("wrong")).connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(app.url(), "postgres", "postgres")
                            .close())
                    .isInstanceOf(SQLException.class);
            assertThat(lease.address().toString()).doesNotContain(app.password().reveal());
            assertThat(app.password()).hasToString("***");
        }
        for (String role : new String[] {"postgres", "quittance_app", "quittance_migrator"}) {
            Path file = folder().resolve("secrets").resolve(role);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(folder().resolve("server.log")))
                    .doesNotContain(Files.readString(file).strip());
        }
    }

    @Test
    void theAppOwnsNothing() throws Exception {
        try (ServerLease lease = ServerLease.take(folder())) {
            Login app = lease.address().app();
            for (String forbidden : new String[] {
                "create schema mine",
                "create table public.mine (n int)",
                "set role quittance_owner",
                "create role friend"
            }) {
                assertThatThrownBy(() -> one(app, forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theServerKilledIsStartedAgainByTheNext() throws Exception {
        for (int round = 0; round < 3; round++) {
            ServerLease lease = ServerLease.take(folder());
            run(
                    lease,
                    "set role quittance_owner; create schema if not exists s; create table if not exists s.t (n int);"
                            + "insert into s.t values (" + round + ")");
            kill();
            lease.close();
            try (ServerLease next = ServerLease.take(folder())) {
                assertThat(one(migrator(next), "set role quittance_owner; select count(*) from s.t"))
                        .isEqualTo(Integer.toString(round + 1));
            }
        }
    }

    @Test
    void aPidFileOfAnotherProgramDoesNotBlock() throws Exception {
        String aliveButNotPostgres = ProcessHandle.current().pid() + "\n"
                + folder().toRealPath().resolve("data") + "\n1\n1\n\n127.0.0.1\n1 1\nready\n";
        Files.writeString(folder().resolve("data/postmaster.pid"), aliveButNotPostgres);
        try (ServerLease lease = ServerLease.take(folder())) {
            assertThat(one(lease.address().app(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void unsafeSettingsAreRefused() throws Exception {
        Files.writeString(folder().resolve("data/postgresql.conf"), "\nfsync = off\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> ServerLease.take(folder()))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("fsync = 'off', expected 'on'");
    }

    @Test
    void aServerThatDoesNotKnowOurPasswordIsRefused() throws Exception {
        try (ServerLease lease = ServerLease.take(folder())) {
            assertThat(lease.address().migrator()).isNotNull();
            kill();
        }
        Files.writeString(folder().resolve("secrets/postgres"), "not the one\n");
        assertThatThrownBy(() -> ServerLease.take(folder()))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("is not this workspace's");
    }

    @Test
    void aCopyOfARunningWorkspaceIsRefused() throws Exception {
        try (ServerLease lease = ServerLease.take(folder())) {
            Path copy = home.resolve("copy");
            copy(folder(), copy);
            assertThatThrownBy(() -> ServerLease.take(copy))
                    .isInstanceOf(ConfigurationError.class)
                    .hasMessageContaining("moved or copied while it ran");
            assertThat(one(lease.address().app(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void anotherServerBehindThePidFileIsRefused() throws Exception {
        Path other = home.resolve("other");
        ServerLease.take(folder()).close();
        try (ServerLease lease = ServerLease.take(other)) {
            String stranger = Files.readString(other.resolve("data/postmaster.pid"))
                    .replace(
                            other.toRealPath().toString(), folder().toRealPath().toString());
            Files.writeString(folder().resolve("data/postmaster.pid"), stranger);
            assertThatThrownBy(() -> ServerLease.take(folder()))
                    .isInstanceOf(ConfigurationError.class)
                    .hasMessageContaining("is not this workspace's");
            Files.delete(folder().resolve("data/postmaster.pid"));
            assertThat(one(lease.address().app(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aTakenPortIsLeftAlone() throws Exception {
        ServerLease.take(folder()).close();
        int recorded =
                Integer.parseInt(Files.readString(folder().resolve("port")).strip());
        try (var taken = new java.net.ServerSocket(recorded, 1, java.net.InetAddress.getByName("127.0.0.1"));
                ServerLease lease = ServerLease.take(folder())) {
            assertThat(lease.address().app().url()).doesNotContain(":" + taken.getLocalPort() + "/");
        }
    }

    @Test
    void theProgramsOfAnotherVersionAreNotTried() throws Exception {
        Files.writeString(folder().resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> ServerLease.take(folder()))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("was written by PostgreSQL 17");
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start();
        assertThat(copying.waitFor()).isZero();
    }

    private void kill() throws IOException, InterruptedException {
        PostmasterFile file = PostmasterFile.read(folder().resolve("data")).orElseThrow();
        ProcessHandle server = ProcessHandle.of(file.pid()).orElseThrow();
        server.destroyForcibly();
        while (file.isAlive()) {
            Thread.sleep(5);
        }
    }

    private static Login migrator(ServerLease lease) {
        Login migrator = lease.address().migrator();
        assertThat(migrator).isNotNull();
        return migrator;
    }

    private static void run(ServerLease lease, String sql) throws SQLException {
        try (Connection connection = migrator(lease).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
                if (!rows && statement.getUpdateCount() == -1) {
                    return "";
                }
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
