package io.quittance.cli;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a database may meet that is no bug: it went away, it is full, it has no connection left. */
enum DatabaseTrouble {
    LOST(
            ExitCode.BUSY,
            "the database went away while this command ran; what was not complete was not stored."
                    + "\nSee that it runs, start 'quittance recover', then the same command again: it goes on where it was."),
    CROWDED(
            ExitCode.BUSY,
            "the database has no connection left; nothing was done."
                    + "\nWait until other commands have ended, or raise max_connections, then start the command again."),
    FULL(
            ExitCode.INPUT_OUTPUT,
            "the disk of the database is full; what was not complete was not stored."
                    + "\nMake room, start 'quittance recover', then the same command again: it goes on where it was.");

    /** Its shutdown by a person, by a crash of another session, and its refusal while it starts (PostgreSQL, class 57P). */
    private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", "57P03");

    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** HikariCP's word, without a state, when a transaction wants to end on a connection that broke before. */
    private static final String POOLED_CONNECTION_IS_CLOSED = "Connection is closed";

    private static final int DEEPEST = 30;

    final ExitCode exit;
    final String message;

    DatabaseTrouble(ExitCode exit, String message) {
        this.exit = exit;
        this.message = message;
    }

    /** The trouble that is the failure, or that caused it. A pool without a connection is lost only if nobody knows better. */
    static Optional<DatabaseTrouble> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .flatMap(cause -> of((SQLException) cause).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<DatabaseTrouble> of(SQLException failure) {
        String state = failure.getSQLState();
        if (DISK_FULL.equals(state)) {
            return Optional.of(FULL);
        }
        if (TOO_MANY_CONNECTIONS.equals(state)) {
            return Optional.of(CROWDED);
        }
        return isLoss(failure, state) ? Optional.of(LOST) : Optional.empty();
    }

    private static boolean isLoss(SQLException failure, @Nullable String state) {
        if (failure instanceof SQLTransientConnectionException) {
            return true;
        }
        // class 08 of SQL: connection exceptions
        return state == null
                ? POOLED_CONNECTION_IS_CLOSED.equals(failure.getMessage())
                : state.startsWith("08") || SHUTDOWNS.contains(state);
    }
}
