package io.quittance.benchmark;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Determinations of VAT a second by one thread: over growing tables, and beside Drools. */
@Command(name = "tax", mixinStandardHelpOptions = true, description = "Measures the determination of VAT.")
final class TaxBenchmark implements Callable<Integer> {

    @Option(names = "--seconds", description = "Of a round (default: ${DEFAULT-VALUE}).")
    int seconds = 3;

    @Option(names = "--rounds", description = "How many, after as many to warm up (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Override
    public Integer call() throws RunnerException {
        for (RunResult result : run(TaxDeterminations.class)) {
            String rules = result.getParams().getParam("rules");
            System.out.printf(
                    "%-34s %,10.0f determinations a second%n",
                    "0".equals(rules) ? "the shipped rules" : rules + " rules", perSecond(result));
        }
        double drools = 1;
        double ours = 1;
        for (RunResult result : run(DroolsDeterminations.class)) {
            if (result.getPrimaryResult().getLabel().equals("drools")) {
                drools = perSecond(result);
            } else {
                ours = perSecond(result);
            }
        }
        System.out.printf("%-34s %,10.0f determinations a second%n", "20 cases, Drools 10.2.0", drools);
        System.out.printf("%-34s %,10.0f determinations a second%n", "the same, Quittance", ours);
        System.out.printf("Quittance / Drools: %.1f%n", ours / drools);
        return 0;
    }

    private Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(benchmark.getName() + "\\.")
                        .forks(1)
                        .threads(1)
                        .warmupIterations(rounds)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(rounds)
                        .measurementTime(TimeValue.seconds(seconds))
                        .timeUnit(TimeUnit.SECONDS)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    private static double perSecond(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
