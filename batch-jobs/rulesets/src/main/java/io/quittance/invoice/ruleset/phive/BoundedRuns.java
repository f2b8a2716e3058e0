package io.quittance.invoice.ruleset.phive;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs tasks on threads of its own, so many at once and each for so long. Saxon wants a deep stack, and answers no
 * interruption: a task that takes too long is left behind on its thread, and its place is given away. When as many are left
 * behind as may run at once, no more are begun until one of them ends: so memory is bounded, and nobody waits for ever.
 */
final class BoundedRuns {

    private static final long STACK_BYTES = 8L << 20;

    private final int most;
    private final Semaphore places;
    private final AtomicInteger leftBehind = new AtomicInteger();

    BoundedRuns(int atOnce) {
        this.most = atOnce;
        this.places = new Semaphore(atOnce, true);
    }

    /** What became of a task. */
    sealed interface Outcome<T> {
        record Done<T>(T result) implements Outcome<T> {}

        /** @param reason in a clause */
        record NotDone<T>(String reason) implements Outcome<T> {}
    }

    private enum State {
        RUNNING,
        ENDED,
        LEFT_BEHIND
    }

    <T> Outcome<T> run(Callable<T> task, Duration limit) {
        if (leftBehind.get() >= most) {
            return new Outcome.NotDone<>(leftBehind.get() + " earlier documents still occupy the validator");
        }
        try {
            return places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? inAPlace(task, limit)
                    : new Outcome.NotDone<>("no place was free within " + seconds(limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while official rules were applied", e);
        }
    }

    private <T> Outcome<T> inAPlace(Callable<T> task, Duration limit) throws InterruptedException {
        var future = new FutureTask<>(task);
        var state = new AtomicReference<>(State.RUNNING);
        Thread thread = new Thread(null, () -> perform(future, state), "official-rules", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return new Outcome.Done<>(future.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            leaveBehind(thread, state);
            return new Outcome.NotDone<>("the limit of " + seconds(limit) + " passed");
        } catch (InterruptedException e) {
            leaveBehind(thread, state);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError) {
                return new Outcome.NotDone<>("the document is nested too deeply");
            }
            throw new IllegalStateException("The official rules failed", e.getCause());
        }
    }

    private void perform(FutureTask<?> task, AtomicReference<State> state) {
        task.run();
        if (state.compareAndSet(State.RUNNING, State.ENDED)) {
            places.release();
        } else {
            leftBehind.decrementAndGet();
        }
    }

    private void leaveBehind(Thread thread, AtomicReference<State> state) {
        leftBehind.incrementAndGet();
        if (state.compareAndSet(State.RUNNING, State.LEFT_BEHIND)) {
            places.release();
            thread.interrupt();
        } else {
            leftBehind.decrementAndGet();
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
