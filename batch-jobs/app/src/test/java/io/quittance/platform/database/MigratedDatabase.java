package io.quittance.platform.database;

import io.quittance.testkit.database.TestDatabase;
import io.quittance.testkit.database.TestLogin;

/** A {@link TestDatabase} with the app's schema. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    /** For {@code @RegisterExtension static final TestDatabase database = MigratedDatabase.forTests();}. */
    public static TestDatabase forTests() {
        return TestDatabase.migratedBy("app", migrator -> Migrations.apply(login(migrator)));
    }

    /** As the platform spells it. */
    public static DatabaseAddress address(TestDatabase database) {
        return new DatabaseAddress(login(database.app()), login(database.migrator()));
    }

    static Login login(TestLogin login) {
        return new Login(login.url(), login.user(), Secret.of(login.password()));
    }
}
