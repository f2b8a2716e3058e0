/**
 * Taking in files of time sheets and milestones.
 */
@NullMarked
package io.quittance.engagement.job;

import org.jspecify.annotations.NullMarked;
