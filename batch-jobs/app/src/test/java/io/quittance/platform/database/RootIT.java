package io.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL refuses to be root; root may still use Quittance. */
class RootIT {

    private static final int NOBODY = 65534;

    private Path home;

    /** Not under JUnit's temporary folder: that is closed to others. */
    @BeforeEach
    void asRoot() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs to run as root");
        home = Files.createTempDirectory(Path.of("/tmp"), "quittance-root-");
    }

    @AfterEach
    void remove() throws Exception {
        if (home != null) {
            Archive.delete(home);
        }
    }

    @Test
    void inAWorkspaceOfItsOwnItStartsTheServerInAUserNamespace() throws Exception {
        assertThat(ServerAccount.forHome(home).prefix()).startsWith("unshare");
        try (ServerLease lease = ServerLease.take(home.resolve("database"));
                var connection = lease.address().app().connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void inAnothersWorkspaceItStartsTheServerAsThatOne() throws Exception {
        Files.setAttribute(home, "unix:uid", NOBODY);
        Files.setAttribute(home, "unix:gid", NOBODY);
        assumeTrue(worksAsOther(), "needs setpriv");
        Path folder = home.resolve("database");
        try (ServerLease lease = ServerLease.take(folder);
                var connection = lease.address().app().connect()) {
            assertThat(connection.isValid(5)).isTrue();
            long pid = PostmasterFile.read(folder.resolve("data")).orElseThrow().pid();
            assertThat(ProcessHandle.of(pid).orElseThrow().info().user()).contains("nobody");
        }
        for (String file :
                new String[] {"data", "secrets/postgres", "users.lock", "start.lock", "port", "control.log"}) {
            assertThat(Files.getAttribute(folder.resolve(file), "unix:uid"))
                    .as(file)
                    .isEqualTo(NOBODY);
        }
    }

    private boolean worksAsOther() {
        return Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }
}
