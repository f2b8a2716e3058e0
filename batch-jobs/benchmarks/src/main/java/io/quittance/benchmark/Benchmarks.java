package io.quittance.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements, each a verb. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measures Quittance beside something to compare it with.",
        subcommands = {
            PipelineBenchmark.class,
            PaymentsBenchmark.class,
            InvoicesBenchmark.class,
            SheetsBenchmark.class,
            FilesBenchmark.class,
            TaxBenchmark.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    /** The program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
