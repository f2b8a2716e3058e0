package io.quittance.cli;

import io.quittance.party.Entity;
import io.quittance.stage.FrozenConfiguration;
import java.util.List;

/** A mistyped entity must not look like one that bought nothing. */
final class KnownEntity {

    private KnownEntity() {}

    /** @throws Refused when the register has no entity of this id, whatever the day */
    static void require(AppSession app, String entity) {
        List<String> known = app.get(FrozenConfiguration.class).inForce().register().entities().stream()
                .map(Entity::id)
                .distinct()
                .sorted()
                .toList();
        if (!known.contains(entity)) {
            throw new Refused(
                    ExitCode.USAGE, "the register has no entity " + entity + ". It has: " + String.join(", ", known));
        }
    }

    /** @throws Refused when a year is mistyped: a year of two digits would look like one without payments */
    static int year(int stated) {
        if (stated < 2000 || stated > 2999) {
            throw new Refused(ExitCode.USAGE, "--year is " + stated + ": write four digits, such as 2026.");
        }
        return stated;
    }
}
