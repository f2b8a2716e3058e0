package io.quittance.cli;

import io.quittance.stage.FrozenConfiguration;

/** A mistyped entity must not look like one that bought nothing. */
final class KnownEntity {

    private KnownEntity() {}

    /** @throws Refused when the register has no entity of this id, whatever the day */
    static void require(AppSession app, String entity) {
        boolean known = app.get(FrozenConfiguration.class).inForce().register().entities().stream()
                .anyMatch(one -> one.id().equals(entity));
        if (!known) {
            throw new Refused(ExitCode.USAGE, "the register has no entity " + entity + ".");
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
