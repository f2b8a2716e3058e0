package io.quittance.delivery;

import java.time.Duration;

/** How time is let pass between two looks; tests let it pass at once. */
@FunctionalInterface
interface Pause {

    /** Sleeps. An interrupted thread does not sleep and stays interrupted. */
    Pause SLEEP = duration -> {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };

    void pass(Duration duration);
}
