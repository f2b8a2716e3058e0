/**
 * The PostgreSQL that the program works on: its own, embedded in the workspace, or a given one; roles, logins and migrations.
 * No table of a domain is known here.
 */
@NullMarked
package io.quittance.platform.database;

import org.jspecify.annotations.NullMarked;
