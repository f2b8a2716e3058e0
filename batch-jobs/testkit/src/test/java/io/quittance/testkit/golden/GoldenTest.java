package io.quittance.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

    @TempDir
    Path folder;

    @Test
    void equalTextsPassWhateverTheirLineEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "one\r\ntwo\n");
        assertThatCode(() -> Golden.assertEquals(file.toString(), "one\ntwo\r\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void aDifferenceIsShownWithItsNeighbours() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
        assertThatThrownBy(() -> Golden.assertEquals(file.toString(), "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("@@ line 2 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
                .hasMessageNotContaining(" 1\n")
                .hasMessageNotContaining(" 9\n");
    }

    @Test
    void aMissingFileFailsAndIsNotWritten() {
        Path file = folder.resolve("none.txt");
        assertThatThrownBy(() -> Golden.assertEquals(file.toString(), "text"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dgolden.update=true");
        assertThat(file).doesNotExist();
    }

    @Test
    void insertedAndRemovedLinesKeepTheRestAligned() {
        assertThat(UnifiedDiff.of("f", "a\nb\nc\nd", "a\nc\nx\nd"))
                .isEqualTo("--- f (expected)\n+++ f (actual)\n@@ line 1 @@\n a\n-b\n c\n+x\n d\n");
    }
}
