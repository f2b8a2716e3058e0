package io.quittance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The same work for several things at once, with its results in the order of the things, so that nobody sees how many threads there were.
 * For work that waits for a disk or another pool; it must not use the transaction of the caller, which is bound to his thread.
 */
public final class SideBySide {

    private SideBySide() {}

    /** The result for each thing. The first failure is thrown, and when this returns or throws, nothing runs any more. */
    public static <T, R> List<R> of(int threads, List<? extends T> things, Function<T, R> work) {
        if (things.size() < 2 || threads < 2) {
            return things.stream().<R>map(work::apply).toList();
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, things.size()))) {
            try {
                var begun = new ArrayList<Future<R>>(things.size());
                things.forEach(thing -> begun.add(pool.submit(() -> work.apply(thing))));
                return results(begun);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static <R> List<R> results(List<Future<R>> begun) {
        var results = new ArrayList<R>(begun.size());
        try {
            for (Future<R> one : begun) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while several things were worked on", e);
        }
    }
}
