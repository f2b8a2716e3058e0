package io.quittance.engine.copy;

import java.sql.SQLException;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes rows by COPY through the connection of the current transaction: with the chunk they stay or go. */
public final class CopyWriter {

    private final JdbcOperations jdbc;

    public CopyWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Copies rows into one table. While it runs the connection can do nothing else, so {@code rows} must not query.
     *
     * @param rows writes each row's values in the order of the columns and ends it
     * @return number of rows, as counted here and by the server
     * @throws org.springframework.dao.DataAccessException when the server refuses; the transaction is then over
     * @throws IllegalStateException outside a transaction: the rows would commit by themselves
     */
    public long write(CopyTable table, Consumer<CopyRow> rows) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("COPY into " + table.table() + " outside a transaction");
        }
        ConnectionCallback<Long> copy = connection -> stream(connection.unwrap(PGConnection.class), table, rows);
        Long written = jdbc.execute(copy);
        return written == null ? 0 : written;
    }

    /**
     * Copies one row for each record; nothing at all when there are none.
     *
     * @param encoder writes a record's values in the order of the columns; the row is ended for it
     */
    public <T> void write(CopyTable table, Collection<? extends T> records, BiConsumer<CopyRow, T> encoder) {
        if (!records.isEmpty()) {
            write(
                    table,
                    rows -> records.forEach(record -> {
                        encoder.accept(rows, record);
                        rows.end();
                    }));
        }
    }

    private static long stream(PGConnection connection, CopyTable table, Consumer<CopyRow> rows) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn(table.statement());
        try {
            CopyRow row = new CopyRow(table.columns().size(), (buffer, length) -> send(copy, buffer, length));
            rows.accept(row);
            long written = row.finish();
            long stored = copy.endCopy();
            if (stored != written) {
                throw new IllegalStateException(
                        table.table() + ": wrote " + written + " rows, server stored " + stored);
            }
            return stored;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, byte[] buffer, int length) {
        try {
            copy.writeToCopy(buffer, 0, length);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("COPY was interrupted: " + e.getMessage(), e);
        }
    }
}
