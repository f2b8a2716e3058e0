package io.quittance.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database of one command: found or started, its schema up to date. Close it last. */
public final class Database implements AutoCloseable {

    private final DatabaseAddress address;
    private final @Nullable ServerLease lease;

    private Database(DatabaseAddress address, @Nullable ServerLease lease) {
        this.address = address;
        this.lease = lease;
    }

    /** The PostgreSQL of the workspace, started if need be. */
    public static Database embedded(Path databaseFolder) {
        ServerLease lease = ServerLease.take(databaseFolder);
        try {
            Migrations.bringUpToDate(lease.address());
            return new Database(lease.address(), lease);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    /**
     * A PostgreSQL that somebody else runs.
     *
     * @param url of {@code --db}
     * @param ownerUrl of {@code --db-owner}, null when not given
     */
    public static Database given(String url, @Nullable String ownerUrl) {
        DatabaseAddress address = GivenDatabase.look(url, ownerUrl);
        Migrations.bringUpToDate(address);
        return new Database(address, null);
    }

    /** Where the data is and how to get in. */
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
