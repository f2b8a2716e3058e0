/**
 * What persons do with single documents: hold, lift, have assessed again.
 */
@NullMarked
package io.quittance.document.job;

import org.jspecify.annotations.NullMarked;
