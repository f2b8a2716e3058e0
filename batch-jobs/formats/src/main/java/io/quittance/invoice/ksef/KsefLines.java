package io.quittance.invoice.ksef;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.PricedQuantity;
import io.quittance.invoice.file.UnitWords;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.TermReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Lines (FaWiersz) and sums by rate. In a correction a line marked StanPrzed states what was before: it counts with the other
 * sign, so that the lines add up to the difference that the sums state.
 */
final class KsefLines {

    private final TermReader pl;
    private final FieldReader fields;
    private final InvoiceElement fa;
    private @Nullable Period period;

    KsefLines(TermReader pl, FieldReader fields, InvoiceElement fa) {
        this.pl = pl;
        this.fields = fields;
        this.fa = fa;
    }

    private record Vat(VatCategory category, @Nullable BigDecimal rate) {}

    /** @param ended BT-74 of OkresFa, null where none is stated; P_6A, a day of a line, is no period */
    List<InvoiceLine> read(@Nullable LocalDate ended) {
        period = fields.periodIfAny(
                pl.placeOf(fa, "OkresFa/P_6_Do", "BT-74 P_6_Do"),
                pl.dateIfAny(fa, "OkresFa/P_6_Od", "BT-73 P_6_Od"),
                ended);
        var lines = new ArrayList<InvoiceLine>();
        fa.all("FaWiersz").forEach(line -> add(lines, line));
        if (lines.isEmpty()) {
            fields.missing(pl.place(fa, "BG-25 FaWiersz"), "");
        }
        return lines;
    }

    /** A discount P_10 becomes a line of its own, so that quantity x price is the net amount of each. */
    private void add(List<InvoiceLine> lines, InvoiceElement line) {
        boolean before = "1".equals(line.firstText("StanPrzed"));
        String number = pl.reference(line, "NrWierszaFa", "BT-126 NrWierszaFa");
        Money net = pl.money(line, "P_11", "BT-131 P_11");
        Money discount = pl.moneyOrZero(line, "P_10", "BT-136 P_10");
        BigDecimal price = pl.decimalIfAny(line, "P_9A", "BT-146 P_9A");
        BigDecimal quantity = price == null
                ? BigDecimal.ONE
                : Objects.requireNonNullElse(pl.decimalIfAny(line, "P_8B", "BT-129 P_8B"), BigDecimal.ONE);
        Vat vat = vat(line);
        Money gross = net.plus(discount);
        PricedQuantity priced = price == null ? PricedQuantity.once(gross) : PricedQuantity.of(quantity, price);
        String name = pl.prose(line, "P_7", "BT-153 P_7");
        var whole = new InvoiceLine(
                number,
                line.line(),
                name,
                priced.quantity(),
                priced.unitPrice(),
                gross,
                vat.category(),
                vat.rate(),
                null,
                price == null ? null : UnitWords.code(pl.referenceIfAny(line, "P_8A", "BT-130 P_8A")),
                period);
        lines.add(before ? negated(whole) : whole);
        if (!discount.isZero()) {
            var less = new InvoiceLine(
                    number + "/discount",
                    line.line(),
                    "discount",
                    BigDecimal.ONE.negate(),
                    discount.getAmount(),
                    discount.negated(),
                    vat.category(),
                    vat.rate(),
                    null);
            lines.add(before ? negated(less) : less);
        }
    }

    private static InvoiceLine negated(InvoiceLine line) {
        return new InvoiceLine(
                line.number() + "/before",
                line.line(),
                line.description(),
                line.quantity().negate(),
                line.unitPrice(),
                line.net().negated(),
                line.category(),
                line.rate(),
                null,
                line.unit(),
                line.period());
    }

    private Vat vat(InvoiceElement line) {
        String stated = pl.reference(line, "P_12", "BT-152 P_12");
        KsefRate rate = stated.equals("np") && isArticle100() ? KsefRate.ofLine("np II") : KsefRate.ofLine(stated);
        if (rate == null || rate.category() == null) {
            return stated.isEmpty()
                    ? new Vat(VatCategory.O, null)
                    : fields.unknown(
                            pl.placeOf(line, "P_12", "BT-152 P_12"),
                            stated,
                            "a rate of the list: " + KsefRate.KNOWN,
                            new Vat(VatCategory.O, null));
        }
        return new Vat(rate.category(), rate.percent(stated));
    }

    /** FA(2) writes {@code np} for supplies abroad and for services under art. 100 alike: the sums tell which. */
    private boolean isArticle100() {
        return fa.first("P_13_9") != null && fa.first("P_13_8") == null;
    }

    /** BG-23: one for each P_13 that is there. Its rate is the one that the lines state for it. */
    List<VatBreakdown> vat() {
        var vat = new ArrayList<VatBreakdown>();
        for (KsefRate rate : KsefRate.ALL) {
            if (fa.first(rate.base()) != null) {
                vat.add(breakdown(rate));
            }
        }
        if (vat.isEmpty()) {
            fields.missing(pl.place(fa, "BG-23 P_13"), "");
        }
        return vat;
    }

    private VatBreakdown breakdown(KsefRate rate) {
        Money base = pl.money(fa, rate.base(), "BT-116 " + rate.base());
        Money tax = pl.moneyOrZero(fa, rate.tax(), "BT-117 " + rate.tax());
        VatCategory category = rate.category();
        if (category == null) {
            String expected = "no special procedure: one-stop shop and margin scheme are not taken in";
            category = fields.unknown(pl.placeOf(fa, rate.base(), rate.base()), rate.base(), expected, VatCategory.O);
        }
        return new VatBreakdown(category, category == VatCategory.S ? taxed(rate) : rate.percent(""), base, tax);
    }

    private BigDecimal taxed(KsefRate rate) {
        List<String> stated = fa.all("FaWiersz/P_12").stream()
                .map(InvoiceElement::text)
                .filter(rate.lineRates()::contains)
                .distinct()
                .toList();
        if (stated.size() == 1) {
            return new BigDecimal(stated.getFirst());
        }
        String expected = "lines with one rate of " + String.join(" or ", rate.lineRates());
        return fields.unknown(
                pl.placeOf(fa, rate.base(), rate.base()),
                stated.isEmpty() ? "no line" : String.join(" and ", stated),
                expected,
                BigDecimal.ZERO);
    }
}
