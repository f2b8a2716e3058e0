package io.quittance.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The server that all tests of this JVM share, started at first use and ended with the JVM. Chosen by
 * {@code -Dquittance.test.postgres}: {@code embedded} (default), {@code testcontainers}, or the JDBC URL of an
 * administrator ({@code jdbc:postgresql://host:port/postgres?user=...&password=...}).
 *
 * @param url JDBC URL with {@code DATABASE} in the place of the database's name
 */
record TestServer(String url, String user, String password) {

    private static final String PLACE = "DATABASE";

    /** Started once. */
    private static final class Shared {
        static final TestServer SERVER = start(choice());
    }

    static String choice() {
        return System.getProperty("quittance.test.postgres", "embedded");
    }

    /** Whether it goes on after this JVM, so that we must clean up behind us; ours end with us. */
    static boolean isGiven() {
        return choice().startsWith("jdbc:");
    }

    static TestServer shared() {
        return Shared.SERVER;
    }

    /** The administrator's way into a database of this server. */
    TestLogin administrator(String database) {
        return login(database, user, password);
    }

    TestLogin login(String database, String role, String itsPassword) {
        return new TestLogin(url.replace(PLACE, database), role, itsPassword);
    }

    private static TestServer start(String choice) {
        return switch (choice) {
            case "embedded" -> embedded();
            case "testcontainers" -> container();
            default -> given(choice);
        };
    }

    /** Not durable, and open to this machine: right for tests only. */
    private static TestServer embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("timezone", "UTC")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new TestServer(
                    "jdbc:postgresql://localhost:" + server.getPort() + "/" + PLACE, "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL for tests does not start", e);
        }
    }

    /** Ended by Testcontainers when the JVM ends. */
    @SuppressWarnings("resource")
    private static TestServer container() {
        PostgreSQLContainer server = new PostgreSQLContainer(
                        DockerImageName.parse(image()).asCompatibleSubstituteFor("postgres"))
                .withUsername("postgres")
                .withPassword("postgres")
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off");
        server.start();
        return new TestServer(
                "jdbc:postgresql://" + server.getHost() + ":" + server.getMappedPort(5432) + "/" + PLACE,
                "postgres",
                "postgres");
    }

    /** {@code -Dquittance.test.postgres.image}, else {@code QUITTANCE_TEST_IMAGE}, else the current major version. */
    static String image() {
        String fromEnvironment = System.getenv("QUITTANCE_TEST_IMAGE");
        String otherwise =
                fromEnvironment == null || fromEnvironment.isBlank() ? "postgres:18-alpine" : fromEnvironment;
        return System.getProperty("quittance.test.postgres.image", otherwise);
    }

    static TestServer given(String jdbcUrl) {
        java.util.Properties parts = org.postgresql.Driver.parseURL(jdbcUrl, null);
        if (parts == null) {
            throw new IllegalArgumentException("-Dquittance.test.postgres=" + jdbcUrl
                    + ": expected embedded, testcontainers or a JDBC URL of PostgreSQL");
        }
        return new TestServer(
                "jdbc:postgresql://" + parts.getProperty("PGHOST") + ":" + parts.getProperty("PGPORT") + "/" + PLACE,
                parts.getProperty("user", "postgres"),
                parts.getProperty("password", "postgres"));
    }
}
