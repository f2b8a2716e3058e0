package io.quittance.platform.database;

import java.time.Duration;

/** A short wait between two looks at something outside this process. */
final class Pause {

    private Pause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for the database.", "Start the command again.", e);
        }
    }
}
