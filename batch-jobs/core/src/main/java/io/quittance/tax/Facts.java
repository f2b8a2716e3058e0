package io.quittance.tax;

import io.quittance.party.Contract.ServiceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps 1 to 4 and 7: who, what, where, in which standing, when. They decide nothing; they write down what is given. */
final class Facts {

    private Facts() {}

    static void identify(Case given, WorkingPaper paper) {
        paper.note(
                Step.IDENTITY,
                () -> "%s (%s) pays %s (%s)"
                        .formatted(
                                given.payer().id(),
                                id(given.payer().vatId()),
                                given.supplier().id(),
                                id(given.supplier().vatId())),
                List.of(),
                () -> "register on " + given.on());
    }

    static void kindOfService(Case given, WorkingPaper paper) {
        paper.note(
                Step.SERVICE,
                given.service()::name,
                List.of(),
                () -> given.service() == ServiceKind.GENERAL ? "contract, else the general rule" : "contract");
    }

    static void placeOfSupply(Case given, WorkingPaper paper) {
        boolean general = given.service().followsTheCustomer();
        paper.note(
                Step.PLACE,
                () -> general ? given.here().area() + ", where the customer is" : site(given.site()),
                List.of(),
                () -> general
                        ? "Directive 2006/112 art. 44 and equivalents"
                        : "contract; Directive 2006/112 art. 47, 53");
    }

    private static String site(@Nullable Territory site) {
        return site == null
                ? "where the land or the event is: not known"
                : site.area() + ", where the land or the event is";
    }

    static void standing(Case given, WorkingPaper paper) {
        paper.note(
                Step.STANDING,
                () -> "%s in %s, %s to %s"
                        .formatted(
                                given.supplier().standing(),
                                given.there().area(),
                                given.relation(),
                                given.here().area()),
                List.of(given.there().id(), given.here().id()),
                () -> "territories of both");
    }

    static void taxPoint(Case given, WorkingPaper paper) {
        boolean stated = given.invoice().supplyDate() != null;
        paper.note(
                Step.TAX_POINT,
                () -> given.on()
                        + (stated ? ", the day of supply" : ", the day of the invoice: no day of supply is stated"),
                List.of(),
                () -> "Directive 2006/112 art. 63, 65");
    }

    private static String id(@Nullable String vatId) {
        return vatId == null ? "no VAT id" : vatId;
    }
}
