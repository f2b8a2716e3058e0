package io.quittance.invoice.inv01;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.VatGroup;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.json.JsonFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;

/** Lines of INV-01 (ItemList) with the taxes of GST that each states. Cess and other charges are not taken in. */
final class Inv01Lines {

    static final Set<String> SUPPLY_TYPES = Set.of("B2B", "SEZWP", "SEZWOP", "EXPWP", "EXPWOP", "DEXP");

    /** Exports and supplies to a special economic zone without payment of tax, under a bond. */
    private static final Set<String> WITHOUT_TAX = Set.of("EXPWOP", "SEZWOP");

    private final FieldReader fields;
    private final String supplyType;

    Inv01Lines(FieldReader fields, String supplyType) {
        this.fields = fields;
        this.supplyType = supplyType;
    }

    List<InvoiceLine> read(List<JsonFields> stated) {
        var lines = new ArrayList<InvoiceLine>();
        stated.forEach(line -> add(lines, line));
        return lines;
    }

    private void add(List<InvoiceLine> lines, JsonFields line) {
        for (String other : List.of("CesAmt", "CesNonAdvlAmt", "StateCesAmt", "StateCesNonAdvlAmt", "OthChrg")) {
            refuseAmount(fields, line, other);
        }
        BigDecimal rate = fields.percentage(line.place("GstRt"), line.decimal("GstRt"));
        VatCategory category =
                WITHOUT_TAX.contains(supplyType) ? VatCategory.G : rate.signum() == 0 ? VatCategory.Z : VatCategory.S;
        BigDecimal charged = category == VatCategory.S ? rate : BigDecimal.ZERO;
        String number = line.lineNumber("SlNo");
        lines.add(new InvoiceLine(
                number,
                line.line(),
                line.prose(line.has("PrdDesc") ? "PrdDesc" : "HsnCd"),
                Objects.requireNonNullElse(line.decimalIfAny("Qty"), BigDecimal.ONE),
                line.decimal("UnitPrice"),
                line.money("TotAmt"),
                category,
                charged,
                tax(line)));
        Money discount = line.moneyOrZero("Discount");
        if (!discount.isZero()) {
            lines.add(new InvoiceLine(
                    number + "/discount",
                    line.line(),
                    "discount",
                    BigDecimal.ONE.negate(),
                    discount.getAmount(),
                    discount.negated(),
                    category,
                    charged,
                    Money.zero(fields.currency())));
        }
    }

    private static Money tax(JsonFields line) {
        return line.moneyOrZero("IgstAmt").plus(line.moneyOrZero("CgstAmt")).plus(line.moneyOrZero("SgstAmt"));
    }

    static void refuseAmount(FieldReader fields, JsonFields in, String name) {
        Money amount = in.moneyIfAny(name);
        if (amount != null && !amount.isZero()) {
            fields.unknown(in.place(name), amount.toString(), "0: it is not taken in", "");
        }
    }

    /** INV-01 states taxes by line only: one group for each category and rate, in order of appearance. */
    static List<VatBreakdown> vat(List<InvoiceLine> lines) {
        Map<VatGroup, VatBreakdown> groups = new LinkedHashMap<>();
        for (InvoiceLine line : lines) {
            Money tax = Objects.requireNonNullElse(line.vat(), line.net().multipliedBy(0));
            groups.merge(
                    line.vatGroup(),
                    new VatBreakdown(line.category(), line.rate(), line.net(), tax),
                    (one, other) -> new VatBreakdown(
                            one.category(),
                            one.rate(),
                            one.base().plus(other.base()),
                            one.tax().plus(other.tax())));
        }
        return List.copyOf(groups.values());
    }
}
