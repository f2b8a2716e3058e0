package io.quittance.invoice.file;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes amounts positive, once, at intake: the kind of the document carries the sign. A line may have the other sign than its
 * document (a discount, a line taken back); the totals may not.
 */
public final class InvoiceSigns {

    private InvoiceSigns() {}

    /**
     * The document with positive totals.
     *
     * @param stated with the amounts as they were stated
     * @param mayBeNegative the kind of document that means money back when its totals are negative: a credit note in CSV, an
     *     invoice (380, 384) in UBL. The other kind with negative totals could mean either and is refused
     * @param fields notes totals that contradict each other
     */
    public static Invoice normal(Invoice stated, DocumentKind mayBeNegative, FieldReader fields) {
        checkSize(stated, fields);
        boolean positive = false;
        boolean negative = false;
        for (Money amount : signed(stated)) {
            positive |= amount.isPositive();
            negative |= amount.isNegative();
        }
        if (positive && negative && holdsStandIns(fields)) {
            return stated;
        }
        if (positive && negative) {
            fields.add(wrong(stated, "all totals with one sign", "the totals have different signs: "));
            return stated;
        }
        if (!negative) {
            return stated;
        }
        if (stated.kind() != mayBeNegative) {
            fields.add(wrong(stated, "positive totals", "the totals are negative: "));
            return stated;
        }
        return turned(stated);
    }

    /** Each amount fits by its digits; ten thousand of them need not. */
    private static void checkSize(Invoice stated, FieldReader fields) {
        Money lines = Money.zero(stated.currency());
        for (InvoiceLine line : stated.lines()) {
            lines = lines.plus(line.net().abs());
        }
        fields.bookable(stated.source().place("lines"), lines);
        Money vat = Money.zero(stated.currency());
        for (VatBreakdown one : stated.vat()) {
            vat = vat.plus(one.base().abs()).plus(one.tax().abs());
        }
        fields.bookable(stated.source().place("VAT"), vat);
        InvoiceTotals totals = stated.totals();
        Money sum = totals.gross().abs();
        for (Money amount : List.of(totals.prepaid(), totals.rounding(), totals.due(), totals.levy())) {
            sum = sum.plus(amount.abs());
        }
        fields.bookable(stated.source().place("totals"), sum);
    }

    /** An amount that could not be read stands as zero: its sign says nothing, and what is wrong with it was told. */
    private static boolean holdsStandIns(FieldReader fields) {
        Findings told = fields.findings();
        return told.has(FindingCode.FIELD_MISSING)
                || told.has(FindingCode.AMOUNT_MALFORMED)
                || told.has(FindingCode.AMOUNT_SCALE);
    }

    private static List<Money> signed(Invoice stated) {
        InvoiceTotals totals = stated.totals();
        Money lines = Money.zero(stated.currency());
        for (InvoiceLine line : stated.lines()) {
            lines = lines.plus(line.net());
        }
        return List.of(lines, totals.net(), totals.vat(), totals.gross(), totals.due());
    }

    private static Finding wrong(Invoice stated, String expected, String message) {
        InvoiceTotals totals = stated.totals();
        String amounts =
                "net " + totals.net() + ", VAT " + totals.vat() + ", gross " + totals.gross() + ", due " + totals.due();
        return Finding.of(
                FindingCode.SIGN_WRONG, stated.source().place("totals"), amounts, expected, message + amounts);
    }

    /** Every amount with the other sign, as a credit note. Of quantity and price it is the quantity that turns. */
    private static Invoice turned(Invoice stated) {
        return new Invoice(
                stated.id(),
                stated.source(),
                DocumentKind.CREDIT_NOTE,
                stated.number(),
                stated.issueDate(),
                stated.supplyDate(),
                stated.dueDate(),
                stated.entity(),
                stated.contractor(),
                stated.contractorName(),
                stated.contractorVatId(),
                stated.contract(),
                stated.purchaseReference(),
                stated.currency(),
                stated.lines().stream().map(InvoiceSigns::turned).toList(),
                stated.vat().stream().map(InvoiceSigns::turned).toList(),
                turned(stated.totals()),
                stated.payee(),
                stated.paymentReference(),
                stated.precedingInvoice(),
                stated.taxPointDate());
    }

    private static InvoiceLine turned(InvoiceLine line) {
        return new InvoiceLine(
                line.number(),
                line.line(),
                line.description(),
                line.quantity().negate(),
                line.unitPrice(),
                line.net().negated(),
                line.category(),
                line.rate(),
                negated(line.vat()),
                line.unit(),
                line.period());
    }

    private static @Nullable Money negated(@Nullable Money money) {
        return money == null ? null : money.negated();
    }

    private static VatBreakdown turned(VatBreakdown vat) {
        return new VatBreakdown(
                vat.category(), vat.rate(), vat.base().negated(), vat.tax().negated());
    }

    private static InvoiceTotals turned(InvoiceTotals totals) {
        return new InvoiceTotals(
                totals.net().negated(),
                totals.vat().negated(),
                totals.gross().negated(),
                totals.prepaid().negated(),
                totals.rounding().negated(),
                totals.due().negated(),
                totals.levy().negated());
    }
}
