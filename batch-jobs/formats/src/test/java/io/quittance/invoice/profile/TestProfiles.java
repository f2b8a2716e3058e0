package io.quittance.invoice.profile;

import io.quittance.invoice.profile.ColumnProfile.ContractorKey;
import io.quittance.invoice.profile.ColumnProfile.Conventions;
import io.quittance.invoice.profile.ColumnProfile.Derivation;
import io.quittance.invoice.profile.ColumnProfile.TaxCode;
import io.quittance.invoice.profile.ColumnProfile.TaxMode;
import io.quittance.invoice.profile.ColumnProfile.Taxes;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Profiles for tests: one of totals per row whose conventions each file must prove, one of lines. */
public final class TestProfiles {

    private TestProfiles() {}

    /** One row is one document; neither decimal sign nor date is declared. */
    public static ColumnProfile proving() {
        return rows("proving", null, List.of("yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy"), TaxMode.EXCLUSIVE);
    }

    /** The same with commas and German dates. */
    public static ColumnProfile declared() {
        return rows("declared", ',', List.of("dd.MM.yyyy"), TaxMode.EXCLUSIVE);
    }

    /** The same with points; amounts with VAT when told so. */
    public static ColumnProfile points(TaxMode mode) {
        return rows("points", '.', List.of("yyyy-MM-dd"), mode);
    }

    private static ColumnProfile rows(String name, @Nullable Character decimal, List<String> dates, TaxMode mode) {
        var headings = new EnumMap<ProfileTerm, List<String>>(Map.ofEntries(
                Map.entry(ProfileTerm.INVOICE_NUMBER, List.of("Number", "Invoice No.")),
                Map.entry(ProfileTerm.INVOICE_DATE, List.of("Date")),
                Map.entry(ProfileTerm.CONTRACTOR, List.of("Supplier")),
                Map.entry(ProfileTerm.CURRENCY, List.of("Currency")),
                Map.entry(ProfileTerm.DESCRIPTION, List.of("Text")),
                Map.entry(ProfileTerm.QUANTITY, List.of("Qty")),
                Map.entry(ProfileTerm.UNIT_PRICE, List.of("Price")),
                Map.entry(ProfileTerm.UNIT, List.of("Unit")),
                Map.entry(ProfileTerm.PERIOD_FROM, List.of("From")),
                Map.entry(ProfileTerm.PERIOD_TO, List.of("To")),
                Map.entry(ProfileTerm.DISCOUNT, List.of("Discount")),
                Map.entry(ProfileTerm.LINE_AMOUNT, List.of("Net")),
                Map.entry(ProfileTerm.VAT_AMOUNT, List.of("VAT")),
                Map.entry(ProfileTerm.TAX_NAME, List.of("Tax")),
                Map.entry(ProfileTerm.LINE_GROSS, List.of("Gross"))));
        return new ColumnProfile(
                name,
                name,
                headings,
                EnumSet.of(ProfileTerm.INVOICE_NUMBER, ProfileTerm.INVOICE_DATE, ProfileTerm.CONTRACTOR),
                Set.of("Remark"),
                new Conventions(
                        List.of(',', ';', '\t'),
                        decimal,
                        dates.stream().map(DatePattern::of).toList(),
                        mode,
                        Charset.forName("windows-1252")),
                ContractorKey.IDENTIFIER,
                Map.of(
                        ProfileTerm.DOCUMENT_TYPE, "invoice",
                        ProfileTerm.ENTITY, "NL-BV",
                        ProfileTerm.CURRENCY, "EUR",
                        ProfileTerm.DESCRIPTION, "Work",
                        ProfileTerm.TAX_NAME, "full"),
                new Taxes(
                        Map.of("full", TaxCode.parse("S 20"), "none", TaxCode.parse("O"), "zero", TaxCode.parse("Z 0")),
                        List.of()),
                EnumSet.of(
                        Derivation.QUANTITY,
                        Derivation.LINE_AMOUNT,
                        Derivation.VAT_AMOUNT,
                        Derivation.TOTALS,
                        Derivation.LINE_NUMBER,
                        Derivation.CREDIT_BY_SIGN));
    }
}
