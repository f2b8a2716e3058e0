package io.quittance.tax.trial;

import io.quittance.assessment.History.Occupant;
import io.quittance.assessment.Trial.Supposed;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import io.quittance.party.Contract;
import io.quittance.party.Validity;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The document of a supposition: one line, one VAT breakdown. */
final class SupposedInvoice {

    private static final String NAME = "what-if";
    private static final int SHA_256_DIGITS = 64;

    private SupposedInvoice() {}

    /** @param corrects the invoice that a credit note takes back, as it would be known; null for an invoice */
    static Supposed of(Supposition given, VatBreakdown claim, @Nullable Occupant corrects) {
        return new Supposed(invoice(given, claim), given.payer(), given.supplier(), contract(given), corrects);
    }

    /** A stand-in for a VAT id stands on no invoice. */
    private static @Nullable String vatId(Supposition given) {
        String id = given.supplier().vatId();
        return id == null || SupposedParties.isStandIn(id) ? null : id;
    }

    private static Contract contract(Supposition given) {
        return new Contract(
                        NAME,
                        given.payer().id(),
                        given.supplier().id(),
                        null,
                        given.net().getCurrencyUnit(),
                        null,
                        given.service(),
                        new Validity(given.on(), given.on()))
                .at(given.place())
                .boughtAs(given.buysAs());
    }

    private static Invoice invoice(Supposition given, VatBreakdown claim) {
        return new Invoice(
                Uuid5.of(NAME),
                new InvoiceSource("0".repeat(SHA_256_DIGITS), NAME, 1, 1),
                given.corrects() == null ? DocumentKind.INVOICE : DocumentKind.CREDIT_NOTE,
                NAME,
                given.issued(),
                given.on(),
                null,
                given.payer().id(),
                given.supplier().id(),
                given.supplier().name(),
                vatId(given),
                NAME,
                null,
                given.net().getCurrencyUnit(),
                List.of(line(claim)),
                List.of(claim),
                totals(claim),
                null,
                null,
                given.corrects() == null ? null : NAME);
    }

    private static InvoiceLine line(VatBreakdown claim) {
        return new InvoiceLine(
                "1",
                1,
                NAME,
                BigDecimal.ONE,
                claim.base().getAmount(),
                claim.base(),
                claim.category(),
                claim.rate(),
                null);
    }

    private static InvoiceTotals totals(VatBreakdown claim) {
        Money none = Money.zero(claim.base().getCurrencyUnit());
        Money gross = claim.base().plus(claim.tax());
        return new InvoiceTotals(claim.base(), claim.tax(), gross, none, none, gross);
    }
}
