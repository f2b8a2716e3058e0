package io.quittance.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** A clock that a pause moves, and nothing else: what a test waits for happens at once. */
final class FakeTime extends Clock implements Pause {

    private Instant now = Instant.parse("2026-11-24T20:00:00Z");
    private Consumer<Instant> meanwhile = instant -> {};

    /** What happens in each pause. */
    void meanwhile(Consumer<Instant> happens) {
        meanwhile = happens;
    }

    @Override
    public void pass(Duration duration) {
        now = now.plus(duration);
        meanwhile.accept(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
