/**
 * Single documents as persons ask for them, and what persons said about them: holds, lifts and further attempts.
 */
@NullMarked
package io.quittance.document.store;

import org.jspecify.annotations.NullMarked;
