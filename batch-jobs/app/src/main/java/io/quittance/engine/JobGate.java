package io.quittance.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Lets one process at a time through a {@link Gate}, held for launch and run.
 *
 * <p>A session-level advisory lock on a connection of its own: PostgreSQL drops it the moment that session ends, so taking
 * it proves that the former owner's session is gone. The process may still live (paused, cut off), hence the epoch: see
 * {@link Fence}.
 */
public final class JobGate {

    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    private static final String HOLDER = """
            select coalesce(a.application_name, g.holder, 'another session')
                   || ', since ' || to_char(coalesce(g.since, a.backend_start) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
              from (select hashtextextended(?, 0) as key) k
              join pg_locks l on l.locktype = 'advisory' and l.granted and l.objsubid = 1
               and l.database = (select oid from pg_database where datname = current_database())
               and l.classid::bigint = (k.key >> 32) & 4294967295 and l.objid::bigint = k.key & 4294967295
              left join pg_stat_activity a on a.pid = l.pid
              left join quittance.gate g on g.name = ? and g.holder = a.application_name
            """;
    /** A holder that is still in the row did not release: it lost its lock. Whatever sessions it has left are ended. */
    private static final String END_SESSIONS_OF_LAST_HOLDER = """
            select pg_terminate_backend(a.pid, 5000)
              from quittance.gate g
              join pg_stat_activity a on a.application_name = g.holder
             where g.name = ? and g.holder <> ? and a.datname = current_database() and a.usename = current_user
            """;

    private static final String RAISE_EPOCH = """
            insert into quittance.gate as g (name, epoch, holder, since) values (?, 1, ?, clock_timestamp())
            on conflict (name) do update set epoch = g.epoch + 1, holder = excluded.holder, since = excluded.since
            returning epoch
            """;

    private static final int TRIES = 10;

    private final DedicatedConnections connections;
    private final Owner owner;
    private final int patienceSeconds;

    /**
     * @param patienceSeconds how long to wait for the last transactions of a former owner; as long as the longest chunk
     */
    public JobGate(DedicatedConnections connections, Owner owner, int patienceSeconds) {
        this.connections = connections;
        this.owner = owner;
        this.patienceSeconds = patienceSeconds;
    }

    /**
     * Takes the gate, or throws {@link GateBusy} within a second when a live session holds it.
     *
     * @throws org.springframework.dao.DataAccessException when the database cannot be reached
     */
    public HeldGate take(Gate gate) {
        try {
            Connection connection = connections.open(owner);
            try {
                return enter(gate, connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("gate '" + gate.key() + "': " + e.getMessage(), e);
        }
    }

    /** Takes every gate, in the order of declaration; all or none. */
    public List<HeldGate> takeAll() {
        List<HeldGate> held = new ArrayList<>();
        try {
            for (Gate gate : Gate.values()) {
                held.add(take(gate));
            }
            return held;
        } catch (RuntimeException e) {
            held.forEach(HeldGate::close);
            throw e;
        }
    }

    private HeldGate enter(Gate gate, Connection connection) throws SQLException {
        lock(gate, connection);
        CrashPoint.GATE_LOCKED.hit();
        ask(connection, END_SESSIONS_OF_LAST_HOLDER, gate.key(), owner.name());
        long epoch = raiseEpoch(gate, connection);
        CrashPoint.GATE_TAKEN.hit();
        return new HeldGate(gate, epoch, connection);
    }

    /** Tries for a second: the server may need a moment to see that a killed process is gone. */
    private static void lock(Gate gate, Connection connection) throws SQLException {
        for (int tries = 1; !ask(connection, TRY_LOCK, gate.key()).equals("t"); tries++) {
            if (tries == TRIES) {
                throw new GateBusy(gate, "held by " + ask(connection, HOLDER, gate.key(), gate.key()));
            }
            LockSupport.parkNanos(1_000_000_000L / TRIES);
        }
    }

    /** Waits for the share locks of chunk transactions still in flight: after it, no older epoch can commit. */
    private long raiseEpoch(Gate gate, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '" + patienceSeconds + "s'");
        }
        try {
            return Long.parseLong(ask(connection, RAISE_EPOCH, gate.key(), owner.name()));
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) {
                throw new GateBusy(
                        gate, "a transaction of its last owner has not ended within " + patienceSeconds + " s");
            }
            throw e;
        }
    }

    /** The first column of the first row as text, or "nobody" when there is none. */
    private static String ask(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "nobody";
            }
        }
    }
}
