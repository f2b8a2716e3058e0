/**
 * Reading files of approved time sheets and milestones. Whether their rows fit to what is known, the core says.
 */
@NullMarked
package io.quittance.engagement.sheet;

import org.jspecify.annotations.NullMarked;
