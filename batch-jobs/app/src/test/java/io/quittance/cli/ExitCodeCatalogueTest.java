package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.golden.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/reference/exit-codes.md} what the program does: run with -Dgolden.update=true after a change. */
class ExitCodeCatalogueTest {

    @Test
    void theCatalogueIsWhatTheProgramKnows() {
        Golden.assertEquals("docs/reference/exit-codes.md", catalogue());
    }

    @Test
    void codesAreUniqueInOrderAndOfOneByte() {
        assertThat(Arrays.stream(ExitCode.values()).map(exit -> exit.code))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code >= 0 && code <= 255);
    }

    private static String catalogue() {
        var text = new StringBuilder("""
                # Exit codes
                Written by `ExitCodeCatalogueTest`; do not edit by hand. The codes are stable: schedulers act on them. Those from 64 to
                78 mean what BSD's `sysexits.h` says; 128 and more are 128 + the number of the signal. After
                69, 74, 75, 130 and 143 start the same command again when the cause is gone: it goes on where it was (after
                `quittance recover` where the message says so). After 1 and 20 find out why first.

                | code | what a command ended with |
                |---|---|
                """);
        for (ExitCode exit : ExitCode.values()) {
            text.append("| %d | %s |%n".formatted(exit.code, exit.meaning));
        }
        return text.toString();
    }
}
