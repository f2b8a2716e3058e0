package io.quittance.engine;

import io.quittance.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh database with what the engine needs and the toy job's tables. */
final class ToyDatabase {

    private static final String TABLES = """
            create schema quittance;
            create table quittance.gate (
                name text primary key, epoch bigint not null, holder text, since timestamptz not null);
            create schema toy;
            create table toy.source (id int primary key, shard int not null);
            insert into toy.source select i, i % 64 from generate_series(1, 400) i;
            create table toy.target (step text not null, id int not null, note text);
            grant usage on schema batch, quittance, toy to quittance_app;
            grant select, insert, update, delete on all tables in schema batch to quittance_app;
            grant usage, select on all sequences in schema batch to quittance_app;
            grant select, insert, update on quittance.gate to quittance_app;
            grant select, insert on all tables in schema toy to quittance_app;
            """;

    private final TestDatabase database;

    private ToyDatabase(TestDatabase database) {
        this.database = database;
    }

    static ToyDatabase create() {
        TestDatabase database = TestDatabase.empty().createUntilExit();
        try {
            database.administrator().run("create schema batch;" + batchTables() + TABLES);
        } catch (SQLException e) {
            throw new IllegalStateException("The toy's tables cannot be made", e);
        }
        return new ToyDatabase(database);
    }

    private static String batchTables() {
        try (InputStream script =
                ToyDatabase.class.getResourceAsStream("/org/springframework/batch/core/schema-postgresql.sql")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("\\bBATCH_(?=JOB|STEP)", "batch.BATCH_");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the role the program uses. */
    String url() {
        return database.app().urlWithPassword();
    }

    /** As the tables' owner, past all grants. */
    JdbcClient asOwner() {
        return JdbcClient.create(database.administrator().dataSource());
    }

    long count(String sql) {
        return asOwner().sql(sql).query(Long.class).single();
    }

    /** Rows of a toy step, and how many of them are different ones: both must be 400. */
    String rowsOf(String step) {
        return asOwner()
                .sql("select count(*) || ' rows, ' || count(distinct id) || ' distinct' from toy.target where step = ?")
                .param(step)
                .query(String.class)
                .single();
    }

    /** Cuts every connection of the program, as a network or a server restart does. */
    void cutAllConnections() {
        asOwner()
                .sql("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                        + " where usename = ? and datname = current_database()")
                .param(TestDatabase.APP)
                .query(Boolean.class)
                .list();
    }
}
