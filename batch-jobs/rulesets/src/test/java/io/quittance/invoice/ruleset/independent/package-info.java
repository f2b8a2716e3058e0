/**
 * A second reading of the samples by other people's code: the JAXB models of ph-ubl and ph-cii, which come with the official
 * rules. Nothing here uses our paths.
 */
@NullMarked
package io.quittance.invoice.ruleset.independent;

import org.jspecify.annotations.NullMarked;
