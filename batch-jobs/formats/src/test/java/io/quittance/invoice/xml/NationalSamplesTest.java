package io.quittance.invoice.xml;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Reading;
import io.quittance.invoice.file.Samples;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Samples in the syntaxes of Italy, Poland and Mexico, against what an independent program read in them. */
class NationalSamplesTest {

    private static final Map<String, Term> COLUMNS = Map.ofEntries(
            Map.entry("profile", Term.PROFILE),
            Map.entry("type_code", Term.TYPE),
            Map.entry("number", Term.NUMBER),
            Map.entry("issue_date", Term.ISSUE_DATE),
            Map.entry("due_date", Term.DUE_DATE),
            Map.entry("currency", Term.CURRENCY),
            Map.entry("net", Term.NET),
            Map.entry("vat", Term.VAT),
            Map.entry("gross", Term.GROSS),
            Map.entry("prepaid", Term.PREPAID),
            Map.entry("rounding", Term.ROUNDING),
            Map.entry("payable", Term.PAYABLE),
            Map.entry("tax_currency", Term.TAX_CURRENCY),
            Map.entry("vat_tax_currency", Term.TAX_CURRENCY_VAT),
            Map.entry("seller_name", Term.SELLER_NAME),
            Map.entry("seller_vat_id", Term.SELLER_VAT_ID),
            Map.entry("seller_country", Term.SELLER_COUNTRY),
            Map.entry("buyer_name", Term.BUYER_NAME),
            Map.entry("buyer_vat_id", Term.BUYER_VAT_ID),
            Map.entry("buyer_country", Term.BUYER_COUNTRY),
            Map.entry("iban", Term.ACCOUNT),
            Map.entry("bic", Term.BIC),
            Map.entry("payment_means", Term.PAYMENT_MEANS),
            Map.entry("payment_ref", Term.PAYMENT_REFERENCE),
            Map.entry("po_ref", Term.PURCHASE_ORDER),
            Map.entry("contract_ref", Term.CONTRACT),
            Map.entry("preceding_invoice", Term.PRECEDING_INVOICE));

    @TestFactory
    Stream<DynamicTest> agreesWithAnIndependentReading() throws IOException {
        if (Samples.areAbsent()) {
            return Samples.skipped();
        }
        List<NamedCsvRecord> rows;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(Samples.FOLDER.resolve("expected.csv"))) {
            rows = csv.stream()
                    .filter(row -> row.getField("file").matches("(it|pl|mx)-.*"))
                    .toList();
        }
        assertThat(rows).hasSizeGreaterThanOrEqualTo(5);
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> check(row)));
    }

    private static void check(NamedCsvRecord row) throws IOException {
        var file = DeliveredFile.of(Samples.FOLDER.resolve(row.getField("file")));
        var document = Reading.documents(file).getFirst();
        assertThat(document).isInstanceOf(ReadDocument.Understood.class);
        var understood = (ReadDocument.Understood) document;
        assertThat(stated(understood.stated())).isEqualTo(expected(row));
        checkSums(understood.invoice());
    }

    private static Map<String, String> expected(NamedCsvRecord row) {
        var expected = new TreeMap<String, String>();
        COLUMNS.keySet().forEach(column -> expected.put(column, plain(row.getField(column))));
        expected.put("syntax", row.getField("syntax"));
        expected.put("vat_categories", row.getField("vat_categories"));
        expected.put("lines", row.getField("lines"));
        return expected;
    }

    private static Map<String, String> stated(Stated stated) {
        var read = new TreeMap<String, String>();
        COLUMNS.forEach((column, term) -> read.put(column, plain(text(stated.first(term)))));
        read.put("syntax", stated.syntax());
        read.put(
                "vat_categories",
                stated.vat().stream()
                        .map(vat -> Stream.of(vat.category(), vat.rate(), vat.base(), vat.tax())
                                .map(NationalSamplesTest::text)
                                .collect(Collectors.joining(":")))
                        .collect(Collectors.joining("|")));
        read.put("lines", String.valueOf(stated.lines()));
        return read;
    }

    /** The normal form closes: lines make the net, groups make the taxes, totals make what is due. */
    private static void checkSums(Invoice in) {
        Money lines = Money.total(
                in.currency(), in.lines().stream().map(InvoiceLine::net).toList());
        Money taxes = Money.total(
                in.currency(), in.vat().stream().map(VatBreakdown::tax).toList());
        assertThat(lines).isEqualTo(in.totals().net());
        assertThat(taxes).isEqualTo(in.totals().vat());
        assertThat(in.totals().net().plus(in.totals().vat()))
                .isEqualTo(in.totals().gross());
        assertThat(in.totals()
                        .gross()
                        .minus(in.totals().prepaid())
                        .plus(in.totals().rounding()))
                .isEqualTo(in.totals().due());
        assertThat(in.lines().stream().map(InvoiceLine::vatGroup).collect(Collectors.toSet()))
                .isEqualTo(in.vat().stream().map(VatBreakdown::vatGroup).collect(Collectors.toSet()));
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "").toString();
    }

    private static String plain(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }
}
