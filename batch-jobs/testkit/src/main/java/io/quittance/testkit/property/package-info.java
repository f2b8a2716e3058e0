/**
 * Property tests in little: generators that draw from a recorded sequence of choices, so that every one of them shrinks.
 */
@NullMarked
package io.quittance.testkit.property;

import org.jspecify.annotations.NullMarked;
