package io.quittance.cli;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells a database that went away in the middle of a command from a bug. */
final class LostDatabase {

    static final String MESSAGE = "the database went away while this command ran; what was not complete was not stored."
            + "\nSee that it runs, start 'quittance recover', then the same command again: it goes on where it was.";

    /** Its shutdown by a person, by a crash of another session, and its refusal while it starts (PostgreSQL, class 57P). */
    private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", "57P03");

    /** HikariCP's word, without a state, when a transaction wants to end on a connection that broke before. */
    private static final String POOLED_CONNECTION_IS_CLOSED = "Connection is closed";

    private static final int DEEPEST = 30;

    private LostDatabase() {}

    /** Whether the failure, or what caused it, is a connection that broke or could not be had. */
    static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isLoss(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isLoss(SQLException failure) {
        String state = failure.getSQLState();
        if (failure instanceof SQLTransientConnectionException) {
            return true;
        }
        // class 08 of SQL: connection exceptions
        return state == null
                ? POOLED_CONNECTION_IS_CLOSED.equals(failure.getMessage())
                : state.startsWith("08") || SHUTDOWNS.contains(state);
    }
}
