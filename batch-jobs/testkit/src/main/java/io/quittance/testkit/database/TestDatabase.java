package io.quittance.testkit.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of a test class's own, copied in milliseconds from a template that was migrated once in this JVM. With the roles of
 * production: {@code quittance_owner} (nobody logs in), {@code quittance_migrator}, {@code quittance_app}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.migratedBy("app", migrator -> Migrations.apply(...));
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    public static final String MIGRATOR = "quittance_migrator";
    public static final String APP = "quittance_app";
    /** Of both logins. */
    public static final String PASSWORD = "quittance";

    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String schema;
    private final TemplateMigration migration;
    private String name = "";

    private TestDatabase(String schema, TemplateMigration migration) {
        this.schema = schema;
        this.migration = migration;
    }

    /** Fills the template; called once per JVM and name. */
    @FunctionalInterface
    public interface TemplateMigration {
        void apply(TestLogin migrator) throws Exception;
    }

    /** With tables. The name tells templates apart: lower case letters. */
    public static TestDatabase migratedBy(String schema, TemplateMigration migration) {
        return new TestDatabase(schema, migration);
    }

    /** Without tables. */
    public static TestDatabase empty() {
        return new TestDatabase("empty", migrator -> {});
    }

    /** Creates it; done before the first test of the class. */
    public TestDatabase create() {
        if (!name.isEmpty()) {
            throw new IllegalStateException("Created already: " + name);
        }
        String template = TEMPLATES.computeIfAbsent(schema, this::makeTemplate);
        name = unique("t");
        administrate("create database " + name + " template " + template + " owner quittance_owner");
        return this;
    }

    /** Creates it for tests that do not say when they are done: dropped when the JVM ends. */
    public TestDatabase createUntilExit() {
        create();
        dropAtExit(name);
        return this;
    }

    /** Whether tests run on an embedded server, as they do unless {@code -Dquittance.test.postgres} says otherwise. */
    public static boolean isEmbedded() {
        return TestServer.choice().equals("embedded");
    }

    /** All work of the app. */
    public TestLogin app() {
        return login(APP);
    }

    /** May {@code set role quittance_owner}. */
    public TestLogin migrator() {
        return login(MIGRATOR);
    }

    /** May everything: to arrange what no role of ours could. */
    public TestLogin administrator() {
        return TestServer.shared().administrator(name);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        create();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Drops it, whoever is still connected. */
    @Override
    public void close() {
        if (!name.isEmpty()) {
            administrate("drop database if exists " + name + " with (force)");
            name = "";
        }
    }

    private TestLogin login(String role) {
        if (name.isEmpty()) {
            throw new IllegalStateException("The database is there from the first test on");
        }
        return TestServer.shared().login(name, role, PASSWORD);
    }

    private String makeTemplate(String ignored) {
        String template = unique("quittance_template_" + schema);
        TestRoles.create(TestServer.shared().administrator("postgres"));
        administrate("create database " + template + " owner quittance_owner template template0 " + textRules());
        try {
            migration.apply(TestServer.shared().login(template, MIGRATOR, PASSWORD));
        } catch (Exception e) {
            throw new IllegalStateException("The template for tests could not be migrated", e);
        }
        dropAtExit(template);
        return template;
    }

    /** As in the embedded server: code point order, Unicode case rules where the server has them built in (17 and newer). */
    private static String textRules() {
        try (Connection connection =
                TestServer.shared().administrator("postgres").connect()) {
            return connection.getMetaData().getDatabaseMajorVersion() >= 17
                    ? "encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C'"
                    : "encoding 'UTF8' lc_collate 'C' lc_ctype 'C'";
        } catch (SQLException e) {
            throw new IllegalStateException("The PostgreSQL for tests does not answer", e);
        }
    }

    /** Several JVMs may share a given server. */
    private static String unique(String prefix) {
        return prefix + "_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    }

    private static void administrate(String sql) {
        try {
            TestServer.shared().administrator("postgres").run(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The PostgreSQL for tests refused: " + sql, e);
        }
    }

    private static void dropAtExit(String database) {
        if (TestServer.isGiven()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> dropQuietly(database)));
        }
    }

    private static void dropQuietly(String database) {
        try {
            TestServer.shared().administrator("postgres").run("drop database if exists " + database + " with (force)");
        } catch (SQLException serverIsGone) {
            return;
        }
    }

    /** The first column of the first row, as text. For assertions. */
    public static String one(TestLogin login, String query) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "(no row)";
        }
    }
}
