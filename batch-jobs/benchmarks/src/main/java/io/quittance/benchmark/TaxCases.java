package io.quittance.benchmark;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Address;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.Validity;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Territory;
import io.quittance.tax.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What comes in on a day, in every country that the tables let pay: for each payer, six domestic documents with VAT, one without,
 * nine from abroad, one of them with VAT that may not be there.
 */
final class TaxCases {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Validity ALWAYS = new Validity(LocalDate.of(2000, 1, 1), null);
    private static final List<String> PAYERS = List.of(
            ("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI GB IM CH LI NO AU NZ SG "
                            + "IN-KA IN-MH CA-ON CA-BC CA-NS CA-AB ZA AE SA JP KE NG MX US HK")
                    .split(" "));
    private static final List<String> ABROAD = List.of("DE", "PL", "FR", "US", "GB", "IN", "CH", "BR");

    private final TaxTables tables;

    private TaxCases(TaxTables tables) {
        this.tables = tables;
    }

    /** Some hundreds of documents, always the same. */
    static List<TaxCase> of(TaxTables tables) {
        var cases = new TaxCases(tables);
        var all = new ArrayList<TaxCase>();
        for (int i = 0; i < PAYERS.size(); i++) {
            cases.add(all, PAYERS.get(i), i % 4 == 3 ? 60 : 100);
        }
        return List.copyOf(all);
    }

    private void add(List<TaxCase> all, String country, int recovery) {
        Territory here = tables.territory(country, DAY).orElseThrow();
        Entity payer = payer(here, recovery);
        String domestic = country.startsWith("IN-") ? "IN-DL" : country;
        BigDecimal standard = tables.standardRate(here.area(), here.region(), DAY)
                .map(VatRate::percent)
                .orElse(null);
        for (int i = 0; i < 6 && standard != null; i++) {
            all.add(document(payer, supplier(domestic, VatStanding.REGISTERED), claim(VatCategory.S, standard, i)));
        }
        all.add(document(payer, supplier(domestic, VatStanding.NONE), claim(VatCategory.O, null, 7)));
        for (int i = 0; i < ABROAD.size(); i++) {
            String there = ABROAD.get(i).equals(country) ? "SE" : ABROAD.get(i);
            boolean union = here.group().equals("EU") && isMember(there);
            all.add(document(
                    payer,
                    supplier(there, VatStanding.REGISTERED),
                    claim(union ? VatCategory.AE : VatCategory.O, null, i)));
        }
        all.add(document(
                payer, supplier("SE", VatStanding.REGISTERED), claim(VatCategory.S, BigDecimal.valueOf(25), 9)));
    }

    private boolean isMember(String country) {
        return tables.territory(country, DAY)
                .filter(territory -> territory.group().equals("EU"))
                .isPresent();
    }

    private Entity payer(Territory here, int recovery) {
        return new Entity(
                here.code(),
                "Payer",
                nowhere(),
                CurrencyUnit.EUR,
                here.code(),
                here.vatPrefix() + "100",
                null,
                recovery,
                List.of(),
                ALWAYS);
    }

    private Contractor supplier(String country, VatStanding standing) {
        String prefix = tables.territory(country, DAY).map(Territory::vatPrefix).orElse("");
        return new Contractor(
                country + standing,
                "Supplier",
                Contractor.Kind.COMPANY,
                nowhere(),
                country,
                standing == VatStanding.REGISTERED ? prefix + "200" : null,
                standing,
                null,
                null,
                ALWAYS);
    }

    private static Address nowhere() {
        return new Address(null, null, null, "Town", null, "NL");
    }

    private static VatBreakdown claim(VatCategory category, @Nullable BigDecimal rate, int salt) {
        Money base = Money.ofMinor(CurrencyUnit.EUR, 100_000 + salt * 37L);
        return new VatBreakdown(
                category,
                rate,
                base,
                rate == null
                        ? Money.zero(CurrencyUnit.EUR)
                        : base.multipliedBy(rate.movePointLeft(2), RoundingMode.HALF_UP));
    }

    private static TaxCase document(Entity payer, Contractor supplier, VatBreakdown claim) {
        Money none = Money.zero(CurrencyUnit.EUR);
        Money gross = claim.base().plus(claim.tax());
        var invoice = new Invoice(
                new UUID(0, 1),
                new InvoiceSource("0".repeat(64), "invoices.csv", 1, 2),
                DocumentKind.INVOICE,
                "1",
                DAY,
                DAY,
                null,
                payer.id(),
                supplier.id(),
                "Supplier",
                null,
                null,
                null,
                CurrencyUnit.EUR,
                List.of(),
                List.of(claim),
                new InvoiceTotals(claim.base(), claim.tax(), gross, none, none, gross),
                null,
                null,
                null);
        return new TaxCase(invoice, payer, supplier);
    }
}
