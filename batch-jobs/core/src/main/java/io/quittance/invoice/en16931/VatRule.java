package io.quittance.invoice.en16931;

import java.util.stream.Stream;

/** One rule, or one family of rules that differ by the category only. */
@FunctionalInterface
interface VatRule {

    /** Where the document breaks it; nothing when a term that the rule needs cannot be read. */
    Stream<Breach> broken(VatTerms terms);
}
