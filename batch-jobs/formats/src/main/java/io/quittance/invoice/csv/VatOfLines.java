package io.quittance.invoice.csv;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The VAT breakdown (BG-23) of a syntax that states VAT per line: one entry per category and rate, in order of appearance. */
final class VatOfLines {

    /** 19 and 19.0 per cent are one rate. */
    private record Group(VatCategory category, @Nullable BigDecimal rate) {
        static Group of(InvoiceLine line) {
            BigDecimal rate = line.rate();
            return new Group(line.category(), rate == null ? null : rate.stripTrailingZeros());
        }
    }

    private VatOfLines() {}

    static List<VatBreakdown> grouped(List<InvoiceLine> lines, CurrencyUnit currency) {
        var groups = new LinkedHashMap<Group, VatBreakdown>();
        Money none = Money.zero(currency);
        for (InvoiceLine line : lines) {
            Money tax = line.vat() == null ? none : line.vat();
            groups.merge(
                    Group.of(line), new VatBreakdown(line.category(), line.rate(), line.net(), tax), VatOfLines::sum);
        }
        return List.copyOf(groups.values());
    }

    private static VatBreakdown sum(VatBreakdown one, VatBreakdown other) {
        return new VatBreakdown(
                one.category(),
                one.rate(),
                one.base().plus(other.base()),
                one.tax().plus(other.tax()));
    }
}
