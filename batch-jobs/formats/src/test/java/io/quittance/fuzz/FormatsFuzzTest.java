package io.quittance.fuzz;

import io.quittance.testkit.fuzz.FuzzProcess;
import io.quittance.testkit.fuzz.FuzzTarget;
import io.quittance.testkit.fuzz.Fuzzing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every parser of this module, under attack in a JVM of its own with 96 MiB of heap; see docs/operating/fuzzing.md. */
class FormatsFuzzTest {

    private static final int SECONDS = 24;

    @Test
    void noInputMakesAParserFallHangOrGrow() throws IOException, InterruptedException {
        FuzzProcess.run(FormatsFuzzTest.class, SECONDS, Path.of("target/fuzz").toAbsolutePath());
    }

    /** What the other JVM does. */
    public static void main(String[] arguments) throws IOException {
        List<FuzzTarget> targets = Stream.concat(InvoiceTargets.all().stream(), OtherTargets.all().stream())
                .toList();
        Fuzzing.main(targets, arguments);
    }
}
