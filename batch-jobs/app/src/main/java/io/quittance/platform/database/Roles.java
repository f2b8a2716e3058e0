package io.quittance.platform.database;

/** The roles inside the database, the same everywhere: migrations grant to these names. */
public final class Roles {

    /** Owns schemas and tables; nobody logs in as it. */
    public static final String OWNER = "quittance_owner";
    /** Logs in to migrate, as a member of the owner. */
    public static final String MIGRATOR = "quittance_migrator";
    /** Logs in to work. */
    public static final String APP = "quittance_app";
    /** The embedded database, and the usual name of a given one. */
    public static final String DATABASE = "quittance";

    private Roles() {}
}
