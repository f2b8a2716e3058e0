package io.quittance.invoice.profile;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.PricedQuantity;
import io.quittance.invoice.file.UnitWords;
import io.quittance.invoice.profile.ColumnProfile.Derivation;
import io.quittance.invoice.profile.ColumnProfile.TaxCode;
import io.quittance.invoice.profile.ColumnProfile.TaxMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows as lines of an invoice. What is not stated is calculated where the profile says so: exactly, or it is refused. */
final class LineReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PRICE_DECIMALS = 8;
    private static final TaxCode NONE = new TaxCode(VatCategory.O, null);

    private final ColumnProfile profile;
    private final Cells cells;
    private final FieldReader fields;
    private final TaxMode mode;

    LineReader(ColumnProfile profile, Cells cells, FieldReader fields, TaxMode mode) {
        this.profile = profile;
        this.cells = cells;
        this.fields = fields;
        this.mode = mode;
    }

    /** @param number of the row in its document, from 1 */
    InvoiceLine line(SheetRow row, int number) {
        refuseDiscount(row);
        BigDecimal quantity = quantity(row);
        BigDecimal price = cells.number(ProfileTerm.UNIT_PRICE, row);
        Money amount = amount(row, quantity, price);
        Money statedVat = cells.money(ProfileTerm.VAT_AMOUNT, row);
        TaxCode tax = tax(row, amount, statedVat);
        Money vat = statedVat == null ? derivedVat(row, amount, tax) : statedVat;
        Money net = mode == TaxMode.INCLUSIVE ? amount.minus(vat) : amount;
        checkGross(row, net, vat);
        if (mode == TaxMode.INCLUSIVE && price != null) {
            checkProduct(row, quantity, price, amount);
        }
        Counted counted = counted(row, quantity, mode == TaxMode.INCLUSIVE ? null : price, net);
        return new InvoiceLine(
                lineNumber(row, number),
                row.line(),
                description(row),
                counted.priced().quantity(),
                counted.priced().unitPrice(),
                net,
                tax.category(),
                tax.rate(),
                vat,
                counted.unit(),
                period(row));
    }

    private record Counted(PricedQuantity priced, @Nullable String unit) {}

    /**
     * Without a net price a line is one piece of its amount, and no longer counted in its unit; where it states one, and the amount
     * divides by the quantity without a remainder, that is its price.
     */
    private Counted counted(SheetRow row, BigDecimal quantity, @Nullable BigDecimal netPrice, Money net) {
        String unit = UnitWords.code(cells.referenceIfAny(ProfileTerm.UNIT, row));
        if (netPrice != null) {
            return new Counted(new PricedQuantity(quantity, netPrice), unit);
        }
        BigDecimal price = unit == null ? null : quotient(net.getAmount(), quantity);
        return price == null
                ? new Counted(new PricedQuantity(BigDecimal.ONE, net.getAmount()), null)
                : new Counted(PricedQuantity.of(quantity, price), unit);
    }

    private static @Nullable BigDecimal quotient(BigDecimal net, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            return null;
        }
        BigDecimal price = net.divide(quantity, PRICE_DECIMALS, RoundingMode.DOWN);
        return price.multiply(quantity).compareTo(net) == 0 ? price.stripTrailingZeros() : null;
    }

    private @Nullable Period period(SheetRow row) {
        LocalDate from = cells.dateIfAny(ProfileTerm.PERIOD_FROM, row);
        LocalDate to = cells.dateIfAny(ProfileTerm.PERIOD_TO, row);
        return fields.periodIfAny(cells.place(ProfileTerm.PERIOD_TO, row), from, to);
    }

    private void refuseDiscount(SheetRow row) {
        BigDecimal discount = cells.number(ProfileTerm.DISCOUNT, row);
        if (discount != null && discount.signum() != 0) {
            String message = "a discount of " + discount.toPlainString() + " is not calculated";
            fields.add(Finding.of(
                    FindingCode.VALUE_UNKNOWN,
                    cells.place(ProfileTerm.DISCOUNT, row),
                    discount.toPlainString(),
                    "no discount, but the price after it",
                    message));
        }
    }

    private BigDecimal quantity(SheetRow row) {
        BigDecimal stated = cells.number(ProfileTerm.QUANTITY, row);
        if (stated != null) {
            return stated;
        }
        return profile.derives(Derivation.QUANTITY)
                ? BigDecimal.ONE
                : fields.missing(cells.place(ProfileTerm.QUANTITY, row), BigDecimal.ONE);
    }

    /** The amount of the line as it stands there, with or without VAT. */
    private Money amount(SheetRow row, BigDecimal quantity, @Nullable BigDecimal price) {
        Money stated = cells.money(ProfileTerm.LINE_AMOUNT, row);
        if (stated != null) {
            return stated;
        }
        if (price == null || !profile.derives(Derivation.LINE_AMOUNT)) {
            boolean byPrice = profile.derives(Derivation.LINE_AMOUNT) && !cells.hasColumn(ProfileTerm.LINE_AMOUNT);
            ProfileTerm term = byPrice ? ProfileTerm.UNIT_PRICE : ProfileTerm.LINE_AMOUNT;
            return fields.missing(cells.place(term, row), Money.zero(fields.currency()));
        }
        String how = quantity.toPlainString() + " x " + price.toPlainString();
        return exact(
                quantity.multiply(price),
                cells.place(ProfileTerm.UNIT_PRICE, row),
                how,
                "State the amount of the line.");
    }

    /** The figure in minor units without a remainder, else a refusal with the arithmetic. */
    private Money exact(BigDecimal figure, Place place, String how, String hint) {
        CurrencyUnit currency = fields.currency();
        BigDecimal plain = figure.stripTrailingZeros();
        if (fields.knownCurrency() == null || plain.scale() <= currency.getDecimalPlaces()) {
            return fields.knownCurrency() == null ? Money.zero(currency) : Money.of(currency, plain);
        }
        String message = how + " = " + plain.toPlainString() + " is no amount in " + currency
                + ", and nothing is rounded that the sender did not round";
        fields.add(new Finding(
                FindingCode.AMOUNT_SCALE,
                FindingCode.AMOUNT_SCALE.severity(),
                place,
                plain.toPlainString(),
                "at most " + currency.getDecimalPlaces() + " decimals",
                message,
                hint));
        return Money.zero(currency);
    }

    private void checkProduct(SheetRow row, BigDecimal quantity, BigDecimal price, Money amount) {
        if (quantity.multiply(price).compareTo(amount.getAmount()) != 0 && !fields.refused()) {
            String message = quantity.toPlainString() + " x " + price.toPlainString() + " is not " + amount;
            fields.add(Finding.of(
                    FindingCode.LINE_NET_MISMATCH,
                    cells.place(ProfileTerm.LINE_AMOUNT, row),
                    amount.getAmount().toPlainString(),
                    quantity.multiply(price).toPlainString(),
                    message));
        }
    }

    private void checkGross(SheetRow row, Money net, Money vat) {
        Money gross = cells.money(ProfileTerm.LINE_GROSS, row);
        if (gross != null && !gross.equals(net.plus(vat)) && !fields.refused()) {
            String message = "net " + net + " + VAT " + vat + " = " + net.plus(vat) + ", but the row says " + gross;
            fields.add(Finding.of(
                    FindingCode.GROSS_MISMATCH,
                    cells.place(ProfileTerm.LINE_GROSS, row),
                    gross.getAmount().toPlainString(),
                    net.plus(vat).getAmount().toPlainString(),
                    message));
        }
    }

    /** By name, by category and rate, else the one of the profile's list that gives the stated VAT. */
    private TaxCode tax(SheetRow row, Money amount, @Nullable Money vat) {
        String name = cells.raw(ProfileTerm.TAX_NAME, row);
        if (name != null) {
            TaxCode code = profile.taxes().named(name);
            String known = profile.taxes().names();
            return code == null
                    ? fields.unknown(
                            cells.place(ProfileTerm.TAX_NAME, row),
                            name,
                            "a tax of the profile's table: " + known,
                            NONE)
                    : code;
        }
        if (cells.has(ProfileTerm.VAT_CATEGORY, row)) {
            return coded(row);
        }
        if (profile.derives(Derivation.VAT_RATE)) {
            return vat == null ? missingTax(row, ProfileTerm.VAT_AMOUNT) : chosen(row, amount, vat);
        }
        return missingTax(row, ProfileTerm.TAX_NAME);
    }

    private TaxCode missingTax(SheetRow row, ProfileTerm term) {
        return fields.missing(cells.place(term, row), NONE);
    }

    private TaxCode coded(SheetRow row) {
        String code = Objects.requireNonNullElse(cells.raw(ProfileTerm.VAT_CATEGORY, row), "")
                .strip();
        VatCategory category = fields.category(cells.place(ProfileTerm.VAT_CATEGORY, row), code);
        BigDecimal rate = cells.number(ProfileTerm.VAT_RATE, row);
        String plain = rate == null ? null : rate.toPlainString();
        return new TaxCode(category, fields.rate(cells.place(ProfileTerm.VAT_RATE, row), plain, category));
    }

    private TaxCode chosen(SheetRow row, Money amount, Money vat) {
        Money net = mode == TaxMode.INCLUSIVE ? amount.minus(vat) : amount;
        BigDecimal stated = cells.number(ProfileTerm.VAT_RATE, row);
        List<TaxCode> fitting = profile.taxes().candidates().stream()
                .filter(code -> stated == null || code.rateOrZero().compareTo(stated) == 0)
                .filter(code -> rounded(net, code).compareTo(vat.getAmount()) == 0)
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        String rates = profile.taxes().candidates().stream()
                .map(code -> code.category() + " " + code.rateOrZero().toPlainString() + " %")
                .collect(Collectors.joining(", "));
        String message = (fitting.isEmpty() ? "none" : "more than one") + " of " + rates + " gives a VAT of " + vat
                + " on " + net;
        if (!fields.refused()) {
            fields.add(Finding.of(
                    FindingCode.VAT_AMOUNT_MISMATCH,
                    cells.place(ProfileTerm.VAT_AMOUNT, row),
                    vat.getAmount().toPlainString(),
                    rates,
                    message));
        }
        return NONE;
    }

    private static BigDecimal rounded(Money net, TaxCode code) {
        return net.getAmount()
                .multiply(code.rateOrZero())
                .divide(HUNDRED, net.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    private Money derivedVat(SheetRow row, Money amount, TaxCode tax) {
        BigDecimal rate = tax.rateOrZero();
        if (rate.signum() == 0 && !tax.category().isTaxed()) {
            return Money.zero(fields.currency());
        }
        if (!profile.derives(Derivation.VAT_AMOUNT)) {
            return fields.missing(cells.place(ProfileTerm.VAT_AMOUNT, row), Money.zero(fields.currency()));
        }
        Place place = cells.place(ProfileTerm.LINE_AMOUNT, row);
        String hint = "State the VAT amount of the line in a column of its own.";
        String percent = rate.toPlainString() + " %";
        if (mode == TaxMode.EXCLUSIVE) {
            String how = percent + " of " + amount;
            return exact(amount.getAmount().multiply(rate).movePointLeft(2), place, how, hint);
        }
        return part(amount, rate, place, hint);
    }

    /** The VAT in a gross amount: gross x rate / (100 + rate), which seldom has no remainder. */
    private Money part(Money gross, BigDecimal rate, Place place, String hint) {
        BigDecimal dividend = gross.getAmount().multiply(rate);
        BigDecimal divisor = HUNDRED.add(rate);
        BigDecimal part = dividend.divide(divisor, gross.getScale(), RoundingMode.HALF_UP);
        if (part.multiply(divisor).compareTo(dividend) == 0) {
            return Money.of(gross.getCurrencyUnit(), part);
        }
        String message = "the VAT of " + rate.toPlainString() + " % in " + gross
                + " has a remainder, and nothing is rounded that the sender did not round";
        fields.add(new Finding(
                FindingCode.AMOUNT_SCALE,
                FindingCode.AMOUNT_SCALE.severity(),
                place,
                null,
                "a stated VAT amount",
                message,
                hint));
        return Money.zero(gross.getCurrencyUnit());
    }

    private String lineNumber(SheetRow row, int number) {
        String stated = cells.referenceIfAny(ProfileTerm.LINE_NUMBER, row);
        if (stated != null) {
            return stated;
        }
        return profile.derives(Derivation.LINE_NUMBER)
                ? Integer.toString(number)
                : fields.missing(cells.place(ProfileTerm.LINE_NUMBER, row), "");
    }

    private String description(SheetRow row) {
        String stated = cells.prose(ProfileTerm.DESCRIPTION, row);
        return stated == null ? fields.missing(cells.place(ProfileTerm.DESCRIPTION, row), "") : stated;
    }
}
