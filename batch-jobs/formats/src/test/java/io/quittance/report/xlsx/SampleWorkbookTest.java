package io.quittance.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleWorkbookTest {
    @Test
    void sample() throws IOException {
        Path target = Path.of("target", "sample.xlsx");
        Files.write(target, Written.of(SampleBooks.of(1)).bytes());
        Files.write(Path.of("target", "sample.txt"), Written.of(SampleBooks.of(1)).dump());
        assertThat(target).exists();
    }
}
