package io.quittance.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded server a JVM; a fresh database a call. */
public final class ToyServer {

    static final String APP = "quittance_app";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private ToyServer() {}

    private static final class Started {
        static final String ADDRESS = start();

        private static String start() {
            try {
                int port = EmbeddedPostgres.builder().start().getPort();
                String address = "jdbc:postgresql://127.0.0.1:" + port + "/";
                execute(address + "postgres?user=postgres", "create role " + APP + " login");
                return address;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The URL of a new, empty database, as its owner. */
    public static String freshDatabase() {
        String name = "toy" + NUMBER.incrementAndGet();
        execute(Started.ADDRESS + "postgres?user=postgres", "create database " + name);
        return Started.ADDRESS + name + "?user=postgres";
    }

    static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
