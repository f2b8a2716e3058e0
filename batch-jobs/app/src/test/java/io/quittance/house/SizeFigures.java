package io.quittance.house;

import io.quittance.house.JavaSource.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** The figures by which we compare ourselves with the code that we admire: shares, medians and extremes. */
final class SizeFigures {

    private final long[] bodies;
    private final long[] parameters;
    private final long[] files;
    private final long mainLines;
    private final long testLines;

    private SizeFigures(List<JavaSource> main, List<JavaSource> tests) {
        List<Method> methods =
                main.stream().flatMap(source -> source.methods().stream()).toList();
        bodies = sorted(methods.stream().mapToLong(Method::bodyLines).filter(lines -> lines > 0));
        parameters =
                sorted(methods.stream().filter(method -> !method.constructor()).mapToLong(Method::parameters));
        files = sorted(main.stream()
                .filter(source -> !source.describesAPackage())
                .mapToLong(source -> source.lines().size()));
        mainLines = lines(main);
        testLines = lines(tests);
    }

    static String of(List<JavaSource> main, List<JavaSource> tests) {
        return new SizeFigures(main, tests).text();
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                method bodies  %d; %s; max %d lines
                parameters     %s; max %d (constructors left out)
                files          %d; median %d, 90 %% <= %d, max %d lines
                lines          %d of main code, %d of tests: %.2f times the code
                """,
                bodies.length,
                shares(bodies, 15, 40),
                max(bodies),
                shares(parameters, 4),
                max(parameters),
                files.length,
                quantile(files, 0.5),
                quantile(files, 0.9),
                max(files),
                mainLines,
                testLines,
                (double) testLines / mainLines);
    }

    private static String shares(long[] sorted, long... bounds) {
        return LongStream.of(bounds)
                .mapToObj(bound -> String.format(Locale.ROOT, "%.1f %% <= %d", share(sorted, bound), bound))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    private static double share(long[] sorted, long bound) {
        return 100.0 * LongStream.of(sorted).filter(size -> size <= bound).count() / Math.max(1, sorted.length);
    }

    private static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, (long) (share * sorted.length))];
    }

    private static long max(long[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    private static long[] sorted(LongStream sizes) {
        return sizes.sorted().toArray();
    }

    private static long lines(List<JavaSource> sources) {
        return sources.stream().mapToLong(source -> source.lines().size()).sum();
    }
}
