package io.quittance.delivery;

import io.quittance.platform.configuration.IntakeSettings.Settling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Remembers since when files look as they do: whether one has settled needs two looks. */
final class Looks {

    private final Settling settling;
    private final Clock clock;
    private final Map<String, Since> first = new HashMap<>();

    private record Since(Seen seen, Instant at) {}

    Looks(Settling settling, Clock clock) {
        this.settling = settling;
        this.clock = clock;
    }

    /** Until when a command that has looked once now waits: long enough for a second look, whatever the patience. */
    Instant until() {
        Duration patience = settling.patience();
        Duration twoLooks = settling.apart().multipliedBy(2);
        return clock.instant().plus(patience.compareTo(twoLooks) < 0 ? twoLooks : patience);
    }

    /**
     * Looks at a file. It has settled when it is old enough and looked the same some time ago. A file whose clock is ahead of ours, as on
     * a file server, counts as old enough when it was watched as long.
     */
    boolean hasSettled(String name, Seen seen) {
        Instant now = clock.instant();
        Since since = first.merge(
                name, new Since(seen, now), (old, fresh) -> old.seen().equals(seen) ? old : fresh);
        Duration watched = Duration.between(since.at(), now);
        Duration age = Duration.between(seen.modified(), now);
        boolean old = age.compareTo(settling.age()) >= 0 || watched.compareTo(settling.age()) >= 0;
        return old && watched.compareTo(settling.apart()) >= 0;
    }
}
