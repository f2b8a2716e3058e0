package io.quittance.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gate this process has taken; closing it lets the next one in. */
public final class HeldGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeldGate.class);
    private static final String RELEASE = "update quittance.gate set holder = null where name = ? and epoch = ?";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 0))";

    private final Gate gate;
    private final long epoch;
    private final Connection connection;

    HeldGate(Gate gate, long epoch, Connection connection) {
        this.gate = gate;
        this.epoch = epoch;
        this.connection = connection;
    }

    public Gate gate() {
        return gate;
    }

    /** The number of this holding; every run launched under it carries it, and every chunk checks it. */
    public long epoch() {
        return epoch;
    }

    /**
     * Lets go of the row, then of the lock, then of the session, in this order: whoever finds the lock free must not find
     * our name in the row, or it would end our sessions as those of the dead. The lock is let go by a word of its own,
     * because the server ends a closed session only when it gets to it. A lost connection is no error: the lock went with it.
     */
    @Override
    public void close() {
        try (connection;
                PreparedStatement release = connection.prepareStatement(RELEASE);
                PreparedStatement unlock = connection.prepareStatement(UNLOCK)) {
            release.setString(1, gate.key());
            release.setLong(2, epoch);
            release.executeUpdate();
            unlock.setString(1, gate.key());
            unlock.execute();
        } catch (SQLException e) {
            LOG.debug("gate '{}' was already lost: {}", gate.key(), e.getMessage());
        }
    }
}
