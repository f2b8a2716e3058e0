/**
 * From a drop folder or a server into the archive: which files may be taken, the claim that takes each once, the row that says so.
 * What stands in the files is read elsewhere.
 */
@NullMarked
package io.quittance.delivery;

import org.jspecify.annotations.NullMarked;
