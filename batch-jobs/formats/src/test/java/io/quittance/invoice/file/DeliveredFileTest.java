package io.quittance.invoice.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.identity.Uuid5;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveredFileTest {

    /** The SHA-256 of "abc" is in FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void hashesBytesAndFilesAlike() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), "abc");
        var onDisk = DeliveredFile.of(path);
        assertThat(onDisk.sha256())
                .isEqualTo(ABC)
                .isEqualTo(DeliveredFile.of("a.csv", "abc".getBytes(UTF_8)).sha256());
        assertThat(onDisk.size()).isEqualTo(3);
        assertThat(onDisk.name()).isEqualTo("a.csv");
        try (var first = onDisk.open();
                var again = onDisk.open()) {
            assertThat(first.readAllBytes()).isEqualTo(again.readAllBytes()).hasSize(3);
        }
    }

    @Test
    void aNameIsShownWithoutWhatATerminalWouldObey() {
        assertThat(Reading.file("a\n\u001B[31mb\u202Ecsv.exe", "").name()).isEqualTo("a??[31mb?csv.exe");
        assertThat(Reading.file("../../x.csv", "").name())
                .as("only shown, never opened")
                .isEqualTo("../../x.csv");
    }

    @Test
    void theSameDocumentHasTheSameIdentifierForEver() {
        var file = Reading.file("a.csv", "abc");
        assertThat(file.documentId(1))
                .isEqualTo(Uuid5.of("document:" + ABC + ":1"))
                .isNotEqualTo(file.documentId(2));
        assertThat(Reading.file("other name.csv", "abc").documentId(1)).isEqualTo(file.documentId(1));
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThatThrownBy(() -> new DeliveredFile("a", "ABC", 0, () -> null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDiskThatFailsIsACrash() {
        var lost = new DeliveredFile("a.csv", ABC, 3, () -> Files.newInputStream(folder.resolve("gone")));
        assertThatThrownBy(lost::open).isInstanceOf(UncheckedIOException.class);
    }
}
