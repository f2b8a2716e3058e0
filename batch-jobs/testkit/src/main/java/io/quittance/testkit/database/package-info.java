/**
 * A real PostgreSQL for tests: one server per JVM, one database per test class, copied from a migrated template. Embedded,
 * in a container or given, by {@code -Dquittance.test.postgres}. Never another make of database.
 */
@NullMarked
package io.quittance.testkit.database;

import org.jspecify.annotations.NullMarked;
