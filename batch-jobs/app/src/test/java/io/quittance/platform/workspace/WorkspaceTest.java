package io.quittance.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    Path folder;

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        Workspace workspace = new Workspace(folder.resolve("deep/workspace"));
        assertThat(workspace.exists()).isFalse();

        workspace.create().create();

        assertThat(workspace.exists()).isTrue();
        try (var made = Files.walk(workspace.home())) {
            assertThat(made.filter(path -> !path.equals(workspace.home()))
                            .map(path -> workspace.home().relativize(path).toString()))
                    .containsExactlyInAnyOrder(
                            "archive",
                            "database",
                            "inbox",
                            "inbox/bank",
                            "inbox/invoices",
                            "inbox/rates",
                            "inbox/timesheets",
                            "inbox/registry",
                            "outbox",
                            "outbox/payments",
                            "outbox/remittance",
                            "quarantine",
                            "reports",
                            "staging");
        }
        for (Path made : new Path[] {workspace.home(), workspace.archive(), workspace.outboxPayments()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Files.writeString(folder.resolve("reports"), "");
        assertThatThrownBy(() -> new Workspace(folder).create())
                .isInstanceOf(StorageError.class)
                .hasMessageContaining("Cannot create the folder " + folder.resolve("reports"));
    }

    @Test
    void foldersOnSeveralFileSystemsAreRefused() throws IOException {
        Path elsewhere = Path.of("/dev/shm");
        assumeTrue(
                Files.isDirectory(elsewhere)
                        && !Files.getAttribute(elsewhere, "unix:dev").equals(Files.getAttribute(folder, "unix:dev")),
                "needs /dev/shm as a second file system");
        Path other = Files.createTempDirectory(elsewhere, "quittance");
        try {
            Files.createSymbolicLink(folder.resolve("quarantine"), other);
            assertThatThrownBy(() -> new Workspace(folder).create())
                    .isInstanceOf(StorageError.class)
                    .hasMessageContaining("different file systems");
        } finally {
            Files.delete(other);
        }
    }
}
