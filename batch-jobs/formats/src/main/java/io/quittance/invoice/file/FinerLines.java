package io.quittance.invoice.file;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatGroup;
import io.quittance.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Net amounts of lines (BT-131) in syntaxes that state them finer than their currency: FatturaPA with up to eight decimals
 * (PrezzoTotale), CFDI with up to six (Importe). EN 16931 allows no such thing (BR-DEC-23), nor do our own formats.
 *
 * <p>Each line is rounded half up to the currency, with one warning for the document. Their taxable amount (BT-116) is the
 * sum of what was stated, or of what was rounded, as the sender likes; so it may differ from what was stated by half a minor
 * unit for each finer line, and by one unit at the most, which is the tolerance of the Italian exchange (check 00422). What is
 * left between rounded lines and taxable amount becomes a line of its own, so that the lines of the normal form add up to the
 * cent. A difference that is larger stays, and the document is refused for it by BR-CO-10.
 */
public final class FinerLines {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final FieldReader fields;
    private final Map<VatGroup, Drift> drifts = new LinkedHashMap<>();
    private @Nullable Place firstPlace;
    private @Nullable String first;
    private int finer;

    /** @param fields takes the warning; it knows the currency already */
    public FinerLines(FieldReader fields) {
        this.fields = fields;
    }

    /** What was lost by rounding: how many lines, and how much was stated more than counted. */
    private record Drift(int lines, BigDecimal more) {

        private static final Drift NONE = new Drift(0, BigDecimal.ZERO);

        Drift and(BigDecimal further) {
            return new Drift(lines + 1, more.add(further));
        }
    }

    /** Whether the amount has more decimals than the currency; zeros at its end are none. */
    public boolean isFiner(BigDecimal stated) {
        return stated.stripTrailingZeros().scale() > fields.currency().getDecimalPlaces();
    }

    /** The stated amount of a line of this group, rounded half up to the currency. */
    public Money rounded(Place place, BigDecimal stated, VatGroup group) {
        CurrencyUnit currency = fields.currency();
        Money rounded = Rounding.HALF_UP.amount(currency, stated);
        if (isFiner(stated)) {
            finer++;
            firstPlace = firstPlace == null ? place : firstPlace;
            first = first == null ? stated.toPlainString() : first;
            drifts.merge(
                    group,
                    Drift.NONE.and(stated.subtract(rounded.getAmount())),
                    (one, other) ->
                            new Drift(one.lines() + other.lines(), one.more().add(other.more())));
        }
        return rounded;
    }

    /** Whether two figures are the same amount but for less than a minor unit's half, which rounding explains. */
    public boolean agree(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(half()) <= 0;
    }

    private BigDecimal half() {
        return HALF.scaleByPowerOfTen(-fields.currency().getDecimalPlaces());
    }

    /**
     * Warns, and gives the lines that make up for the rounding.
     *
     * @param lines all lines of the document
     * @param vat its breakdown (BG-23)
     */
    public List<InvoiceLine> closing(List<InvoiceLine> lines, List<VatBreakdown> vat) {
        warn();
        var closing = new ArrayList<InvoiceLine>();
        drifts.forEach((group, drift) -> {
            Money counted = total(lines.stream()
                    .filter(line -> line.vatGroup().equals(group))
                    .map(InvoiceLine::net)
                    .toList());
            List<VatBreakdown> bases =
                    vat.stream().filter(one -> one.vatGroup().equals(group)).toList();
            Money missing =
                    total(bases.stream().map(VatBreakdown::base).toList()).minus(counted);
            if (!missing.isZero() && isExplained(missing, drift)) {
                closing.add(line(missing, lines, bases.getFirst()));
            }
        });
        return closing;
    }

    private Money total(List<Money> amounts) {
        return Money.total(fields.currency(), amounts);
    }

    private boolean isExplained(Money missing, Drift drift) {
        BigDecimal most = half().multiply(BigDecimal.valueOf(drift.lines())).min(BigDecimal.ONE);
        return missing.getAmount().subtract(drift.more()).abs().compareTo(most) <= 0;
    }

    private static InvoiceLine line(Money missing, List<InvoiceLine> lines, VatBreakdown group) {
        PricedQuantity priced = PricedQuantity.once(missing);
        return new InvoiceLine(
                "rounding-" + group.category(),
                lines.getFirst().line(),
                "rounding of lines",
                priced.quantity(),
                priced.unitPrice(),
                missing,
                group.category(),
                group.rate(),
                null);
    }

    private void warn() {
        if (firstPlace == null) {
            return;
        }
        int decimals = fields.currency().getDecimalPlaces();
        String message = finer + (finer == 1 ? " line states" : " lines state") + " a net amount finer than "
                + fields.currency() + ", the first " + first + ": each is rounded half up";
        fields.add(
                Finding.of(FindingCode.LINE_ROUNDED, firstPlace, first, "at most " + decimals + " decimals", message));
    }
}
