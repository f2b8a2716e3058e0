package io.quittance.party.job;

import io.quittance.platform.PlatformError;

/** A register is not asked, for a reason that somebody can act on. */
public final class RegistryRefused extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int USAGE = 2;
    private static final int CONFIGURATION = 78;

    private RegistryRefused(int exitCode, String problem, String remedy) {
        super(exitCode, problem, remedy, null);
    }

    static RegistryRefused unknown(String what, String id) {
        return new RegistryRefused(
                USAGE, "there is no " + what + " " + id + ".", "config/register has those that there are.");
    }

    static RegistryRefused switchedOff() {
        return new RegistryRefused(
                CONFIGURATION,
                "no tax register is asked: registry.vies is not enabled.",
                "Set registry.vies.enabled: true in config/quittance.yaml, or bring answers by 'quittance registry import'.");
    }
}
