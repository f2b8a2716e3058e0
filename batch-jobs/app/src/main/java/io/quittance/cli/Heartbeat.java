package io.quittance.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A line every half minute while a stage works, so that nobody takes a long one for a dead one. */
final class Heartbeat implements AutoCloseable {

    static final Duration PERIOD = Duration.ofSeconds(30);

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());

    /**
     * Begins at once; the first line comes after one period.
     *
     * @param portions how many portions of work were committed so far; an answer that cannot be had is left out
     */
    Heartbeat(String stage, Duration period, LongSupplier portions, PrintWriter err) {
        long began = System.nanoTime();
        ticks.scheduleAtFixedRate(
                () -> err.println(
                        stage + " ... " + (System.nanoTime() - began) / 1_000_000_000 + " s" + told(portions)),
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static String told(LongSupplier portions) {
        try {
            return ", " + portions.getAsLong() + " portions stored";
        } catch (RuntimeException unknown) {
            // the database may be going away; whoever works with it says so
            return "";
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
