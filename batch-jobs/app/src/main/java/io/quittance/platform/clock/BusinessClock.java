package io.quittance.platform.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The day the command was started on, read once. Jobs work for a business date that they are told; only where a command is
 * given none does it take this one. Nothing else may ask what day it is: a run across midnight stays on its day.
 *
 * @param zone {@code businessZone} of {@code quittance.yaml}
 * @param today the day at launch in that zone
 */
public record BusinessClock(ZoneId zone, LocalDate today) {

    /** Reads the machine's clock, once. */
    public static BusinessClock atLaunch(ZoneId zone) {
        return of(Clock.systemUTC(), zone);
    }

    /** The moment as it is: only for what the world outside decides by the hour, such as a bank's cut-off. */
    public ZonedDateTime moment() {
        return ZonedDateTime.now(zone);
    }

    static BusinessClock of(Clock clock, ZoneId zone) {
        return new BusinessClock(zone, LocalDate.ofInstant(clock.instant(), zone));
    }
}
