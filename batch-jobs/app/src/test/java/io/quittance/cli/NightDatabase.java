package io.quittance.cli;

import io.quittance.platform.database.Database;
import io.quittance.platform.database.MigratedDatabase;
import io.quittance.testkit.database.TestDatabase;
import io.quittance.testkit.database.TestLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps its records in a test: in the workspace's own server, or, when {@code -Dquittance.test.postgres} names
 * another server, in a database of that one, by {@code --db} and {@code --db-owner} as an operator would give them.
 */
final class NightDatabase implements AutoCloseable {

    private final Path home;
    private final @Nullable TestDatabase given;
    private final List<String> options;

    private NightDatabase(Path home, @Nullable TestDatabase given, List<String> options) {
        this.home = home;
        this.given = given;
        this.options = options;
    }

    /** @param secrets a folder for the files of the passwords */
    static NightDatabase of(Path home, Path secrets) throws IOException {
        return TestDatabase.isEmbedded()
                ? new NightDatabase(home, null, List.of())
                : given(home, TestDatabase.empty().create(), secrets);
    }

    /** Always on the server of tests, with tables already: for many short nights. */
    static NightDatabase onTestServer(Path home, Path secrets) throws IOException {
        return given(home, MigratedDatabase.forTests().create(), secrets);
    }

    private static NightDatabase given(Path home, TestDatabase given, Path secrets) throws IOException {
        String app = url(given.app(), secrets);
        String owner = url(given.migrator(), secrets);
        return new NightDatabase(home, given, List.of("--db", app, "--db-owner", owner));
    }

    /** What a command needs in order to find it. */
    List<String> options() {
        return options;
    }

    /** As a command opens it. */
    Database open() {
        return given == null
                ? Database.embedded(home.resolve("database"))
                : Database.given(options.get(1), options.get(3));
    }

    @Override
    public void close() {
        if (given != null) {
            given.close();
        }
    }

    private static String url(TestLogin login, Path secrets) throws IOException {
        Path password = Files.writeString(secrets.resolve(login.user()), login.password() + "\n");
        return login.url() + "?user=" + login.user() + "&passwordFile=" + password;
    }
}
