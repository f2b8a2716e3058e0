package io.quittance.invoice.file;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Invoices of every shape from a seed, with right sums and awkward texts. */
public final class GeneratedInvoices {

    private static final List<String> TEXTS = List.of(
            "plain",
            "comma, \"quote\"",
            "=cmd|' /C calc'!A0",
            "@SUM(A1)",
            "ünï©ödé 日本 \uD83D\uDE00",
            "<b>&amp;</b>",
            "'; drop table x",
            "${jndi:ldap://x}",
            "semi;colon",
            "-5",
            "#{T(java.lang.Runtime)}",
            "%s%n",
            "]]>",
            "a\"",
            "\"");

    private final Random random;

    private GeneratedInvoices(long seed) {
        random = new Random(seed);
    }

    /**
     * @param vatOnLines whether each line states its VAT, as our CSV does and UBL does not
     */
    public static Stream<Invoice> of(long seed, int count, boolean vatOnLines) {
        var generated = new GeneratedInvoices(seed);
        return Stream.generate(() -> generated.invoice(vatOnLines)).limit(count);
    }

    private Invoice invoice(boolean vatOnLines) {
        CurrencyUnit currency = CurrencyUnit.of(one(List.of("EUR", "JPY", "BHD", "USD", "CLF")));
        List<InvoiceLine> lines = lines(currency, vatOnLines);
        List<VatBreakdown> vat = breakdown(lines, currency);
        LocalDate issued = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
        return new Invoice(
                new UUID(0, 0),
                new InvoiceSource("0".repeat(64), "", 0, 0),
                one(List.of(DocumentKind.values())),
                text() + random.nextInt(1000),
                issued,
                maybe(issued.minusDays(3)),
                maybe(issued.plusDays(30)),
                text(),
                text(),
                text(),
                maybe(text()),
                maybe(text()),
                maybe(text()),
                currency,
                lines,
                vat,
                totals(lines, vat, currency, vatOnLines),
                account(),
                maybe(text()),
                maybe(text()));
    }

    private List<InvoiceLine> lines(CurrencyUnit currency, boolean vatOnLines) {
        var rates = new EnumMap<VatCategory, BigDecimal>(VatCategory.class);
        var lines = new ArrayList<InvoiceLine>();
        for (int i = 1; i <= 1 + random.nextInt(5); i++) {
            VatCategory category = one(List.of(VatCategory.values()));
            BigDecimal rate = rates.computeIfAbsent(category, this::rate);
            Money net = Money.ofMinor(currency, 1 + random.nextInt(1_000_000));
            Money tax = Money.ofMinor(currency, category.isTaxed() ? random.nextInt(1_000) : 0);
            lines.add(new InvoiceLine(
                    i + text(), 0, text(), decimal(), decimal(), net, category, rate, vatOnLines ? tax : null));
        }
        return lines;
    }

    private @Nullable BigDecimal rate(VatCategory category) {
        if (category == VatCategory.O) {
            return null;
        }
        return category.isTaxed() ? new BigDecimal(one(List.of("19", "5.5", "20.00", "7.70"))) : BigDecimal.ZERO;
    }

    private List<VatBreakdown> breakdown(List<InvoiceLine> lines, CurrencyUnit currency) {
        return lines.stream()
                .map(InvoiceLine::category)
                .distinct()
                .map(category -> {
                    List<InvoiceLine> same = lines.stream()
                            .filter(line -> line.category() == category)
                            .toList();
                    Money base = Money.total(
                            currency, same.stream().map(InvoiceLine::net).toList());
                    Money none = Money.zero(currency);
                    Money tax = Money.total(
                            currency,
                            same.stream()
                                    .map(line -> line.vat() == null ? none : line.vat())
                                    .toList());
                    return new VatBreakdown(category, same.getFirst().rate(), base, tax);
                })
                .toList();
    }

    private InvoiceTotals totals(
            List<InvoiceLine> lines, List<VatBreakdown> vat, CurrencyUnit currency, boolean plain) {
        Money net = Money.total(currency, lines.stream().map(InvoiceLine::net).toList());
        Money tax = Money.total(currency, vat.stream().map(VatBreakdown::tax).toList());
        Money gross = net.plus(tax);
        Money prepaid = Money.ofMinor(currency, plain ? 0 : random.nextInt(2));
        Money rounding = Money.ofMinor(currency, plain ? 0 : random.nextInt(2));
        return new InvoiceTotals(
                net, tax, gross, prepaid, rounding, gross.minus(prepaid).plus(rounding));
    }

    private @Nullable StatedAccount account() {
        return maybe(new StatedAccount(text() + "123", maybe("BANKDEFFXXX")));
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextLong(1_000_000_000L), random.nextInt(13));
    }

    private String text() {
        return one(TEXTS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }
}
