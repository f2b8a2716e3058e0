package io.quittance.tax.table;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Address;
import io.quittance.party.Contract;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.Validity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Documents and parties as a table test writes them. */
final class Cases {

    private static final Validity ALWAYS = new Validity(LocalDate.of(2000, 1, 1), null);

    private Cases() {}

    /** {@code NL}, {@code CA-ON} or {@code BR-3550308}; with half of its input tax to deduct, {@code NL50}. */
    static Entity payer(String country, @Nullable String vatId) {
        String code = country.replaceFirst("(?<=[A-Z])\\d+$", "");
        int recovery = code.equals(country) ? 100 : Integer.parseInt(country.substring(code.length()));
        var address = new Address(null, null, null, "Town", null, code.equals("EL") ? "GR" : code.substring(0, 2));
        return new Entity(
                code + "-CO", "Payer", address, CurrencyUnit.EUR, code, vatId, null, recovery, List.of(), ALWAYS);
    }

    static Contractor supplier(String country, VatStanding standing, @Nullable String vatId) {
        return new Contractor(
                "C-1",
                "Supplier",
                Contractor.Kind.COMPANY,
                new Address(null, null, null, "Town", null, country),
                country,
                vatId,
                standing,
                null,
                null,
                ALWAYS);
    }

    static Contract contract(ServiceKind service) {
        return new Contract("K-1", "NL-CO", "C-1", null, CurrencyUnit.EUR, null, service, ALWAYS);
    }

    /** A document with a base of 1,000.00 for each claim, such as {@code S 21}, {@code S 21 =0} (no VAT) or {@code AE}. */
    static Invoice invoice(String claims, LocalDate supply) {
        var breakdowns = claims.isEmpty()
                ? List.<VatBreakdown>of()
                : Arrays.stream(claims.split(" \\+ ")).map(Cases::claim).toList();
        Money net = Money.of(CurrencyUnit.EUR, 1000L * breakdowns.size());
        Money vat = breakdowns.stream().map(VatBreakdown::tax).reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
        Money none = Money.zero(CurrencyUnit.EUR);
        return new Invoice(
                new UUID(0, 1),
                new InvoiceSource("0".repeat(64), "invoices.csv", 1, 2),
                DocumentKind.INVOICE,
                "1",
                supply,
                supply,
                null,
                "NL-CO",
                "C-1",
                "Supplier",
                null,
                null,
                null,
                CurrencyUnit.EUR,
                List.of(),
                breakdowns,
                new InvoiceTotals(net, vat, net.plus(vat), none, none, net.plus(vat)),
                null,
                null,
                null);
    }

    /** A document over one breakdown, in any currency. */
    static Invoice billed(CurrencyUnit currency, VatBreakdown vat, LocalDate supply) {
        Money gross = vat.base().plus(vat.tax());
        Money none = Money.zero(currency);
        return new Invoice(
                new UUID(0, 1),
                new InvoiceSource("0".repeat(64), "invoices.csv", 1, 2),
                DocumentKind.INVOICE,
                "1",
                supply,
                supply,
                null,
                "NL-CO",
                "C-1",
                "Supplier",
                null,
                null,
                null,
                currency,
                List.of(),
                List.of(vat),
                new InvoiceTotals(vat.base(), vat.tax(), gross, none, none, gross),
                null,
                null,
                null);
    }

    private static VatBreakdown claim(String written) {
        String[] word = written.split(" ");
        BigDecimal rate = word.length > 1 ? new BigDecimal(word[1]) : null;
        boolean free = rate == null || word.length > 2;
        Money tax = free
                ? Money.zero(CurrencyUnit.EUR)
                : Money.of(CurrencyUnit.EUR, rate.multiply(BigDecimal.TEN), RoundingMode.HALF_UP);
        return new VatBreakdown(VatCategory.valueOf(word[0]), rate, Money.of(CurrencyUnit.EUR, 1000), tax);
    }
}
