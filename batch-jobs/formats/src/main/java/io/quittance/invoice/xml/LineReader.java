package io.quittance.invoice.xml;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.PricedQuantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document (BG-25), and its allowances and charges as lines of their own.
 *
 * <p>The invoice in normal form knows neither allowances (BG-20, BG-27) nor charges (BG-21, BG-28) nor a base quantity (BT-149).
 * So that quantity x price is the net amount of each line and the lines add up to BT-109, an allowance becomes a line of quantity
 * -1, a charge one of quantity 1, and a price for 100 or 1,000 pieces is moved to one piece. A price for any other number of pieces
 * has no finite decimals in general: that line is checked here and stands as 1 x its net amount.
 */
final class LineReader {

    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

    private final TermReader terms;
    private final FieldReader fields;
    private final InvoiceElement root;
    private final DocumentPaths paths;
    private final @Nullable Period period;

    LineReader(TermReader terms, FieldReader fields, InvoiceElement root, DocumentPaths paths) {
        this.terms = terms;
        this.fields = fields;
        this.root = root;
        this.paths = paths;
        this.period =
                period(root, paths.periods().from(), "BT-73", paths.periods().to(), "BT-74");
    }

    List<InvoiceLine> read() {
        var lines = new ArrayList<InvoiceLine>();
        Money sum = Money.zero(fields.currency());
        for (InvoiceElement line : root.all(paths.lines().group())) {
            sum = counts(line) ? sum.plus(readLine(line, lines)) : sum;
        }
        if (lines.isEmpty()) {
            fields.missing(terms.place(root, "BG-25"), "");
        }
        checkSum(sum, paths.totals().lines(), "BT-106");
        var document = new Adjusting("", null, lines);
        paths.ofDocument().forEach(some -> document.add(root, some));
        checkSum(document.allowances, paths.totals().allowances(), "BT-107");
        checkSum(document.charges, paths.totals().charges(), "BT-108");
        return lines;
    }

    /**
     * Whether a line counts. In the EXTENDED profile a GROUP states the sum of lines that stand beside it, and INFORMATION
     * costs nothing; its rules (BR-FXEXT-CO-10) sum up the lines that say DETAIL or nothing.
     */
    private boolean counts(InvoiceElement line) {
        String path = paths.lines().status();
        InvoiceElement status = path == null ? null : terms.only(line, path, "BT-X-8");
        String read = status == null ? "" : status.text();
        return switch (read) {
            case "", "DETAIL" -> true;
            case "GROUP", "INFORMATION" -> false;
            default -> fields.unknown(terms.place(line, "BT-X-8"), read, "DETAIL, GROUP or INFORMATION", true);
        };
    }

    /** EN 16931 BR-CO-10, BR-CO-11, BR-CO-12. */
    private void checkSum(Money sum, String path, String term) {
        InvoiceElement totals = root.first(paths.totals().group());
        Money stated = totals == null ? null : terms.moneyIfAny(totals, path, term);
        if (totals != null && stated != null && !stated.equals(sum) && !fields.refused()) {
            String message = term + " is " + stated + ", but what it sums up comes to " + sum;
            fields.add(Finding.of(
                    FindingCode.NET_TOTAL_MISMATCH,
                    terms.place(totals, term),
                    stated.toString(),
                    sum.toString(),
                    message));
        }
    }

    /** Adds the line and its adjustments; returns BT-131. */
    private Money readLine(InvoiceElement line, List<InvoiceLine> lines) {
        DocumentPaths.Lines at = paths.lines();
        String number = terms.reference(line, at.number(), "BT-126");
        Money net = terms.money(line, at.net(), "BT-131");
        VatCategory category = terms.category(line, at.category(), "BT-151");
        BigDecimal rate = terms.rate(line, at.rate(), "BT-152", category);
        int position = lines.size();
        var own = new Adjusting(number + "/", new LineVat(category, rate), lines);
        own.add(line, paths.ofLine());
        Money gross = net.plus(own.allowances).minus(own.charges);
        Priced priced = priced(line, gross);
        String description = terms.prose(line, at.description(), "BT-153");
        lines.add(
                position,
                new InvoiceLine(
                        number,
                        line.line(),
                        description,
                        priced.quantity().quantity(),
                        priced.quantity().unitPrice(),
                        gross,
                        category,
                        rate,
                        null,
                        priced.unit(),
                        ownPeriod(line)));
        return net;
    }

    /** BG-26, or the period of the document. */
    private @Nullable Period ownPeriod(InvoiceElement line) {
        DocumentPaths.Periods at = paths.periods();
        Period own = period(line, at.ofLineFrom(), "BT-134", at.ofLineTo(), "BT-135");
        return own == null ? period : own;
    }

    /** One that states only one of its ends is none. EN 16931 BR-29 and BR-30: it does not end before it begins. */
    private @Nullable Period period(InvoiceElement owner, String begins, String first, String ends, String last) {
        LocalDate from = terms.dateIfAny(owner, begins, first);
        LocalDate to = terms.dateIfAny(owner, ends, last);
        return fields.periodIfAny(terms.place(owner, last), from, to);
    }

    private Priced priced(InvoiceElement line, Money gross) {
        BigDecimal quantity = terms.decimal(line, paths.lines().quantity(), "BT-129");
        BigDecimal price = terms.decimal(line, paths.lines().price(), "BT-146");
        BigDecimal base = terms.decimalIfAny(line, paths.lines().baseQuantity(), "BT-149");
        if (base == null || base.compareTo(BigDecimal.ONE) == 0) {
            return new Priced(new PricedQuantity(quantity, price), unit(line));
        }
        BigDecimal plain = base.stripTrailingZeros();
        if (plain.unscaledValue().equals(BigDecimal.ONE.unscaledValue())) {
            return new Priced(new PricedQuantity(quantity, price.scaleByPowerOfTen(plain.scale())), unit(line));
        }
        checkBase(line, gross, quantity.multiply(price), base);
        return new Priced(PricedQuantity.once(gross), null);
    }

    /** BT-130. */
    private @Nullable String unit(InvoiceElement line) {
        InvoiceElement quantity = line.first(paths.lines().quantity());
        String code = quantity == null ? null : quantity.attribute("unitCode");
        return code == null || code.isBlank() ? null : FieldReader.shown(code.strip());
    }

    /** Without dividing: |quantity x price - net x base| may be half a minor unit x base. */
    private void checkBase(InvoiceElement line, Money gross, BigDecimal product, BigDecimal base) {
        BigDecimal halfMinorUnit = new BigDecimal("0.5").scaleByPowerOfTen(-gross.getScale());
        BigDecimal difference =
                product.subtract(gross.getAmount().multiply(base)).abs();
        if (base.signum() <= 0 || difference.compareTo(base.multiply(halfMinorUnit)) > 0) {
            String message = "quantity x price is " + product.toPlainString() + " for a base quantity of "
                    + base.toPlainString() + ", but the net amount is " + gross;
            fields.add(Finding.of(
                    FindingCode.LINE_NET_MISMATCH, terms.place(line, "BT-131"), gross.toString(), null, message));
        }
    }

    private boolean isCharge(InvoiceElement adjustment, @Nullable String path) {
        if (path == null) {
            return true;
        }
        InvoiceElement indicator = terms.only(adjustment, path, "ChargeIndicator");
        String read = indicator == null ? "" : indicator.text();
        return switch (read) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> fields.unknown(terms.place(adjustment, "ChargeIndicator"), read, "true or false", false);
        };
    }

    private LineVat vatOf(InvoiceElement adjustment, DocumentPaths.Adjustments at) {
        VatCategory category = terms.category(adjustment, at.category(), "BT-95");
        return new LineVat(category, terms.rate(adjustment, at.rate(), "BT-96", category));
    }

    private record LineVat(VatCategory category, @Nullable BigDecimal rate) {}

    /**
     * @param unit null where the quantity is not the one that was stated
     */
    private record Priced(PricedQuantity quantity, @Nullable String unit) {}

    /** One allowance or charge, with its amount as stated: in a document of negative amounts a discount is negative, too. */
    private record Adjustment(
            String number,
            long line,
            boolean charge,
            @Nullable String reason,
            Money amount,
            LineVat vat) {

        InvoiceLine asLine() {
            String description =
                    (charge ? "charge" : "allowance") + (reason == null ? "" : ": " + FieldReader.shown(reason));
            Money net = charge ? amount : amount.negated();
            PricedQuantity priced = amount.isZero()
                    ? new PricedQuantity(charge ? BigDecimal.ONE : MINUS_ONE, amount.getAmount())
                    : PricedQuantity.once(net);
            return new InvoiceLine(
                    number,
                    line,
                    description,
                    priced.quantity(),
                    priced.unitPrice(),
                    net,
                    vat.category(),
                    vat.rate(),
                    null);
        }
    }

    /** Adds a line for each allowance and charge of a line or a document, and sums them up as stated. */
    private final class Adjusting {

        private final String prefix;
        private final @Nullable LineVat vat;
        private final List<InvoiceLine> lines;
        private Money allowances = Money.zero(fields.currency());
        private Money charges = Money.zero(fields.currency());
        private int count;

        /** @param vat of the line they belong to; null for those of the document, which state their own (BT-95, BT-102) */
        private Adjusting(String prefix, @Nullable LineVat vat, List<InvoiceLine> lines) {
            this.prefix = prefix;
            this.vat = vat;
            this.lines = lines;
        }

        private void add(InvoiceElement owner, DocumentPaths.Adjustments at) {
            for (InvoiceElement adjustment : owner.all(at.group())) {
                boolean charge = isCharge(adjustment, at.charge());
                Money amount = terms.money(adjustment, at.amount(), charge ? "BT-99" : "BT-92");
                String number = prefix + (charge ? "charge-" : "allowance-") + ++count;
                String reason = adjustment.firstText(at.reason());
                LineVat taxed = vat == null ? vatOf(adjustment, at) : vat;
                lines.add(new Adjustment(number, adjustment.line(), charge, reason, amount, taxed).asLine());
                charges = charge ? charges.plus(amount) : charges;
                allowances = charge ? allowances : allowances.plus(amount);
            }
        }
    }
}
