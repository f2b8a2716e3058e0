package io.quittance.platform.database;

import org.jspecify.annotations.Nullable;

/**
 * Where the data is and how to get in.
 *
 * @param app for all work: may insert and select on the ledger, never owns a table
 * @param migrator for migrations only; null when a given database came without {@code --db-owner}
 */
public record DatabaseAddress(Login app, @Nullable Login migrator) {}
