/**
 * The stages of the pipeline: what each freezes as its work set, the order of the nightly run, and how a stage is launched.
 */
@NullMarked
package io.quittance.stage;

import org.jspecify.annotations.NullMarked;
