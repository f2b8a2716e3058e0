package io.quittance.benchmark;

import io.quittance.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Intake and assess of a generated world against two others that leave the same rows behind, on the same server, in the same
 * run: (a) the floor, (b) an idiomatic Spring Batch job, (c) Quittance. The machine's speed cancels out of the ratios.
 */
@Command(name = "pipeline", mixinStandardHelpOptions = true, description = "Measures intake and assess.")
final class PipelineBenchmark implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Option(names = "--invoices", description = "How many documents (default: ${DEFAULT-VALUE}).")
    int invoices = 10_000;

    @Option(names = "--rounds", description = "How often each is measured (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Option(names = "--seed", description = "Which world (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--config", description = "The configuration to start from (default: ${DEFAULT-VALUE}).")
    Path config = Path.of("config");

    @Option(names = "--alone", description = "Measures Quittance alone: for sizes at which the others take too long.")
    boolean alone;

    @Option(
            names = "--work",
            description = "An empty folder for the world and the database (default: a temporary one).")
    @Nullable
    Path work;

    /** What one round took, in nanoseconds. */
    private record Round(long floor, long baseline, Pipeline.Times pipeline) {}

    @Override
    public Integer call() throws Exception {
        Path folder = work == null ? Files.createTempDirectory("quittance-benchmark") : Files.createDirectories(work);
        long begun = System.nanoTime();
        World.of(invoices, seed).write(config, folder.resolve("world"));
        say("generated %,d documents in %.1f s", invoices, seconds(System.nanoTime() - begun));
        var pipeline = new Pipeline(folder.resolve("world"), folder.resolve("home"));
        Files.createDirectories(folder.resolve("home/database"));
        try (Databases databases = Databases.in(folder.resolve("home/database"))) {
            pipeline.takeInRates();
            databases.keepAsBlank();
            var measured = new ArrayList<Round>();
            for (int i = 1; i <= rounds; i++) {
                measured.add(round(i, pipeline, databases, new Floor(databases, folder.resolve("dump"))));
            }
            tell(measured);
        }
        return 0;
    }

    private Round round(int number, Pipeline pipeline, Databases databases, Floor floor) throws Exception {
        databases.renew();
        var heap = new PeakHeap();
        Pipeline.Times times = pipeline.run();
        say(
                "round %d: (c) Quittance %.2f s: intake %.2f s, assess %.2f s; %s",
                number, seconds(times.sum()), seconds(times.intake()), seconds(times.assess()), heap);
        say("round %d: %s", number, StepTimes.of(databases));
        if (alone) {
            return new Round(0, 0, times);
        }
        Map<String, Long> written = floor.dump();
        long rows = written.values().stream().mapToLong(Long::longValue).sum();
        if (number == 1) {
            say("%,d rows, %,d bytes as COPY writes them: %s", rows, floor.bytes(), written);
        }
        long least = floor.load();
        say("round %d: (a) floor %.2f s", number, seconds(least));
        databases.renewWithoutLedgerCheck();
        long idiomatic = new Baseline(pipeline).run();
        say("round %d: (b) baseline %.2f s", number, seconds(idiomatic));
        requireSameCounts(written, floor.dump());
        return new Round(least, idiomatic, times);
    }

    private static void requireSameCounts(Map<String, Long> pipeline, Map<String, Long> baseline) {
        if (!pipeline.equals(baseline)) {
            throw new IllegalStateException("The baseline did not write the same rows:\n" + pipeline + "\n" + baseline);
        }
    }

    private void tell(List<Round> measured) {
        say("");
        say("%-32s %10s %12s", "median of " + rounds, "seconds", "documents/s");
        if (!alone) {
            line(
                    "(a) floor: COPY",
                    median(measured.stream()
                            .map(round -> (double) round.floor())
                            .toList()));
            line(
                    "(b) baseline: Spring Batch",
                    median(measured.stream()
                            .map(round -> (double) round.baseline())
                            .toList()));
        }
        line(
                "(c) Quittance",
                median(measured.stream()
                        .map(round -> (double) round.pipeline().sum())
                        .toList()));
        line(
                "    intake",
                median(measured.stream()
                        .map(round -> (double) round.pipeline().intake())
                        .toList()));
        line(
                "    assess",
                median(measured.stream()
                        .map(round -> (double) round.pipeline().assess())
                        .toList()));
        if (!alone) {
            ratio(
                    "c/a",
                    2.5,
                    measured.stream()
                            .map(round -> (double) round.pipeline().sum() / round.floor())
                            .toList());
            ratio(
                    "c/b",
                    0.6,
                    measured.stream()
                            .map(round -> (double) round.pipeline().sum() / round.baseline())
                            .toList());
        }
    }

    private void line(String what, double nanos) {
        say("%-32s %10.2f %,12.0f", what, nanos / NANOS, invoices / (nanos / NANOS));
    }

    private static void ratio(String what, double goal, List<Double> rounds) {
        double median = median(rounds);
        say(
                "%s %.2f (goal at most %.1f: %s) of %s",
                what,
                median,
                goal,
                median <= goal ? "met" : "missed",
                rounds.stream().map("%.2f"::formatted).toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double seconds(long nanos) {
        return nanos / NANOS;
    }

    private static void say(String format, Object... values) {
        System.out.println(Objects.requireNonNull(format.formatted(values)));
    }
}
