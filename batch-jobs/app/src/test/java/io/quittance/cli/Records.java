package io.quittance.cli;

import io.quittance.platform.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The tables of the program, read and written as their owner: past the program, as an intruder or a careless hand would. */
final class Records implements AutoCloseable {

    private final Database database;
    private final Connection connection;

    /** Of the workspace's own server. */
    Records(Path home) throws SQLException {
        this(Database.embedded(home.resolve("database")));
    }

    Records(Database database) throws SQLException {
        this.database = database;
        connection = Objects.requireNonNull(database.address().migrator()).connect();
    }

    /** The rows, their columns joined by blanks; an empty column is an empty word. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> words = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    words.add(Objects.requireNonNullElse(result.getString(i), ""));
                }
                rows.add(String.join(" ", words));
            }
        }
        return rows;
    }

    /** Something that gives no rows. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String one(String sql) throws SQLException {
        return rows(sql).getFirst();
    }

    /** Changes one column of one row, and back when the result is closed. */
    Change change(String table, String column, String value, String where) throws SQLException {
        String old = one("select quote_nullable(" + column + "::text) from " + table + " where " + where);
        List<String> places =
                rows("update " + table + " set " + column + " = " + value + " where " + where + " returning ctid");
        if (places.size() != 1) {
            throw new AssertionError(places.size() + " rows of " + table + " where " + where + ", not one");
        }
        return () -> {
            String back = "update " + table + " set " + column + " = " + old + " where ctid = '" + places.getFirst()
                    + "' returning 1";
            if (rows(back).size() != 1) {
                throw new AssertionError("the row of " + table + " is not where it was: " + where);
            }
        };
    }

    /** Forbids new rows of a table that do not fit a condition, until the result is closed. */
    Change forbid(String table, String unless) throws SQLException {
        execute("alter table " + table + " add constraint forbidden check (" + unless + ") not valid");
        return () -> execute("alter table " + table + " drop constraint forbidden");
    }

    /** What was changed; closing it undoes it. */
    interface Change extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** Table to the number and the digest of its rows, for every table but {@code gate}: to hold one is to write in it. */
    Map<String, String> digests() throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (String table : rows(
                "select schemaname || '.' || tablename from pg_tables where schemaname in ('quittance', 'ledger', 'batch') and tablename <> 'gate'")) {
            digests.put(
                    table,
                    one(
                            "select count(*), md5(coalesce(string_agg(t::text, '|' order by t::text collate \"C\"), '')) from "
                                    + table + " t"));
        }
        return digests;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
