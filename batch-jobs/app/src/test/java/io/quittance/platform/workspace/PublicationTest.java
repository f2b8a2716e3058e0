package io.quittance.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.platform.PlatformError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

    /** {@code printf pay | sha256sum} */
    private static final String SHA_OF_PAY = "9350872d712a127c494d7dc35e46b0bc9e62e288239708e581dfc3a1400154a4";

    @TempDir
    Path folder;

    private Path target;
    private Path part;

    @BeforeEach
    void names() {
        target = folder.resolve("run/pay.xml");
        part = folder.resolve("run/pay.xml.part");
    }

    @Test
    void writesTheWholeFileWithItsFingerprint() throws IOException {
        PublishedFile file = Publication.publish(target, text("pay"));

        assertThat(file.bytes()).isEqualTo(3);
        assertThat(file.adopted()).isFalse();
        assertThat(file.sha256()).isEqualTo(SHA_OF_PAY).isEqualTo(Sha256.of(target));
        assertThat(target).hasContent("pay");
        assertThat(part).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void theSameAgainIsAdopted() {
        PublishedFile first = Publication.publish(target, text("pay"));
        PublishedFile again = Publication.publish(target, text("pay"));

        assertThat(again).isEqualTo(new PublishedFile(target, first.sha256(), 3, true));
        assertThat(part).doesNotExist();
    }

    /** Quarantine is where people correct files in place; the next night must neither overwrite nor stop. */
    @Test
    void whereSomebodyWorksItIsPutBesideAndOnce() {
        Publication.publish(target, text("corrected"));
        Path second = folder.resolve("run/bank-20261214-01-2-pay.xml");
        Path third = folder.resolve("run/bank-20261214-01-3-pay.xml");

        assertThat(Publication.publishBeside(target, "bank-20261214-01", text("pay"))
                        .path())
                .isEqualTo(second);
        assertThat(Publication.publishBeside(target, "bank-20261214-01", text("pay"))
                        .adopted())
                .as("killed and started again")
                .isTrue();
        assertThat(Publication.publishBeside(target, "bank-20261214-01", text("more"))
                        .path())
                .isEqualTo(third);
        assertThat(target).hasContent("corrected");
        assertThat(second).hasContent("pay");
    }

    @Test
    void otherContentIsRefusedAndNothingOverwritten() {
        Publication.publish(target, text("pay"));

        assertThatThrownBy(() -> Publication.publish(target, text("pay more")))
                .isInstanceOf(StorageError.class)
                .hasMessageContaining(target + ": a file with other content stands there already")
                .satisfies(
                        error -> assertThat(((PlatformError) error).exitCode()).isEqualTo(73));
        assertThat(target).hasContent("pay");
        assertThat(part).doesNotExist();
    }

    @Test
    void whatADeadProcessLeftIsReplaced() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(part, "pa");

        Publication.publish(target, text("pay"));

        assertThat(target).hasContent("pay");
        assertThat(part).doesNotExist();
    }

    @Test
    void aWriterThatFailsLeavesNothing() {
        assertThatThrownBy(() -> Publication.publish(target, out -> {
                    out.write('p');
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(StorageError.class)
                .hasMessageContaining("Cannot write " + target + ": No space left on device")
                .satisfies(
                        error -> assertThat(((PlatformError) error).exitCode()).isEqualTo(74));
        assertThat(target).doesNotExist();
        assertThat(part).doesNotExist();
    }

    @Test
    void aBugInTheWriterLeavesNothingEither() {
        assertThatThrownBy(() -> Publication.publish(target, out -> {
                    out.write('p');
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aLivingWriterIsNotDisturbed() {
        Publication.publish(target, out -> {
            assertThatThrownBy(() -> Publication.publish(target, text("other")))
                    .isInstanceOf(StorageError.class)
                    .hasMessageContaining("is being written by another command")
                    .satisfies(error ->
                            assertThat(((PlatformError) error).exitCode()).isEqualTo(75));
            out.write("pay".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(target).hasContent("pay");
    }

    @Test
    void aDanglingLinkUnderTheNameIsNotFollowed() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.createSymbolicLink(target, folder.resolve("nowhere"));

        assertThatThrownBy(() -> Publication.publish(target, text("pay"))).isInstanceOf(StorageError.class);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("run"), "a file where a folder should be");

        assertThatThrownBy(() -> Publication.publish(target, text("pay")))
                .isInstanceOf(StorageError.class)
                .hasMessageContaining(target.toString());
    }

    @Test
    void deletingTwiceIsNoError() {
        Publication.publish(target, text("pay"));
        Publication.delete(target);
        Publication.delete(target);
        assertThat(target).doesNotExist();
    }

    @Test
    void copiesAreFilesOfTheirOwn() throws IOException {
        Path original = Files.writeString(folder.resolve("original"), "pay");
        Publication.copy(original, target);
        Files.writeString(original, "changed");
        assertThat(target).hasContent("pay");
    }

    private static ContentWriter text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
