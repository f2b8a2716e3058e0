/** The door for everything a bank sends back: tells what a file is, and reads it or says why not. */
@NullMarked
package io.quittance.reconciliation.bankfile;

import org.jspecify.annotations.NullMarked;
