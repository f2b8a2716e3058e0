/**
 * The folders that a person and the program share, and how files get into them: whole or not at all, never twice, never over another.
 */
@NullMarked
package io.quittance.platform.workspace;

import org.jspecify.annotations.NullMarked;
