package io.quittance.platform.database;

import io.quittance.platform.PlatformError;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached now; trying again later may help: exit code 75. */
public final class DatabaseUnavailable extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int TEMPORARILY_NOT = 75;

    DatabaseUnavailable(String problem, String remedy, @Nullable Throwable cause) {
        super(TEMPORARILY_NOT, problem, remedy, cause);
    }
}
