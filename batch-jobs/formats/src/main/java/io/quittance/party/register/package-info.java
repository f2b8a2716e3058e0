/** Answers of tax registers that people bring as files. */
@NullMarked
package io.quittance.party.register;

import org.jspecify.annotations.NullMarked;
