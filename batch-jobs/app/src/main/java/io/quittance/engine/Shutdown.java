package io.quittance.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * On SIGTERM, SIGINT or the end of the context: raises the {@link StopSignal} and waits for the running jobs.
 *
 * <p>Phase is the highest there is, so this is stopped first, before web server and pool. The pool itself is destroyed
 * after all lifecycle beans, so a run can still store its end. What does not end in time is left to {@code recover}.
 */
final class Shutdown implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final StopSignal signal;
    private final Duration patience;
    private volatile boolean running;

    Shutdown(StopSignal signal, Duration patience) {
        this.signal = signal;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        signal.raise();
        try {
            if (!signal.await(patience)) {
                LOG.warn(
                        "a job did not reach a chunk boundary within {} s; 'quittance recover' will settle it",
                        patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
