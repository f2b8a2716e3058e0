/**
 * What persons do with single documents: hold, lift, withdraw, have assessed again.
 */
@NullMarked
package io.quittance.document.job;

import org.jspecify.annotations.NullMarked;
