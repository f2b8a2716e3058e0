package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongPlaceTest {

    @TempDir
    Path folder;

    /** A mistyped --home must not look like proven books. */
    @ParameterizedTest
    @ValueSource(strings = {"check", "list invoices", "run list", "run show X-1", "run release X-1", "recover"})
    void aVerbThatLooksMakesNoWorkspace(String words) {
        Path typo = folder.resolve("typo");
        Program.Result result = new Program(typo).run(words.split(" "));
        assertThat(result.exit()).isEqualTo(66);
        assertThat(result.err()).contains("is no workspace with data");
        assertThat(Files.exists(typo)).isFalse();
    }
}
