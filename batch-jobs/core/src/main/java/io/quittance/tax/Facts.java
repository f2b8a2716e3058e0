package io.quittance.tax;

import io.quittance.party.Contract.ServiceKind;
import org.jspecify.annotations.Nullable;

/** Steps 1 to 4 and 7: who, what, where, in which standing, when. They decide nothing; they write down what is given. */
final class Facts {

    private Facts() {}

    static void identify(Case given, WorkingPaper paper) {
        paper.note(
                "1 who pays, who supplies",
                "%s (%s) pays %s (%s)"
                        .formatted(
                                given.payer().id(),
                                id(given.payer().vatId()),
                                given.supplier().id(),
                                id(given.supplier().vatId())),
                "register on " + given.on());
    }

    static void kindOfService(Case given, WorkingPaper paper) {
        paper.note(
                "2 kind of service",
                given.service().name(),
                given.service() == ServiceKind.GENERAL ? "contract, else the general rule" : "contract");
    }

    static void placeOfSupply(Case given, WorkingPaper paper) {
        boolean general = given.service() == ServiceKind.GENERAL;
        paper.note(
                "3 place of supply",
                general ? given.here().area() + ", where the customer is" : "where the land or the event is: not known",
                general ? "Directive 2006/112 art. 44 and equivalents" : "Directive 2006/112 art. 47, 53");
    }

    static void standing(Case given, WorkingPaper paper) {
        paper.note(
                "4 supplier's standing",
                "%s in %s, %s to %s"
                        .formatted(
                                given.supplier().standing(),
                                given.there().area(),
                                given.relation(),
                                given.here().area()),
                "territories %s, %s".formatted(given.there().id(), given.here().id()));
    }

    static void taxPoint(Case given, WorkingPaper paper) {
        boolean stated = given.invoice().supplyDate() != null;
        paper.note(
                "7 tax point",
                given.on() + (stated ? ", the day of supply" : ", the day of the invoice: no day of supply is stated"),
                "Directive 2006/112 art. 63, 65");
    }

    private static String id(@Nullable String vatId) {
        return vatId == null ? "no VAT id" : vatId;
    }
}
