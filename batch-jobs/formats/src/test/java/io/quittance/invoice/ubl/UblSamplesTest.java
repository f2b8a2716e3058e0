package io.quittance.invoice.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Reading;
import io.quittance.invoice.file.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Samples of authorities and other projects, against what an independent program read in them. They are not in this repository. */
class UblSamplesTest {

    @TestFactory
    Stream<DynamicTest> agreesWithAnIndependentReading() throws IOException {
        if (Samples.areAbsent()) {
            return Samples.skipped();
        }
        List<NamedCsvRecord> rows;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(Samples.FOLDER.resolve("expected.csv"))) {
            rows = csv.stream()
                    .filter(row -> row.getField("file").endsWith(".ubl.xml"))
                    .toList();
        }
        assertThat(rows).hasSizeGreaterThan(10);
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> check(row)));
    }

    private static void check(NamedCsvRecord row) throws IOException {
        var file = DeliveredFile.of(Samples.FOLDER.resolve(row.getField("file")));
        if (row.getField("valid").equals("unparseable")) {
            assertThat(Reading.refusal(file).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
            return;
        }
        Invoice invoice = Reading.understood(Reading.documents(file).getFirst());
        assertThat(read(invoice)).isEqualTo(expected(row));
        checkSums(invoice);
    }

    private static Map<String, String> expected(NamedCsvRecord row) {
        var expected = new TreeMap<String, String>();
        for (String column : Set.of(
                "number",
                "issue_date",
                "due_date",
                "currency",
                "seller_name",
                "seller_vat_id",
                "iban",
                "bic",
                "payment_ref",
                "po_ref",
                "contract_ref",
                "preceding_invoice",
                "lines")) {
            expected.put(column, row.getField(column));
        }
        for (String column : Set.of("net", "vat", "gross", "prepaid", "rounding", "payable", "line_net_sum")) {
            expected.put(column, plain(row.getField(column)));
        }
        expected.put(
                "vat_categories",
                Stream.of(row.getField("vat_categories").split("\\|"))
                        .map(UblSamplesTest::category)
                        .collect(Collectors.joining("|")));
        expected.put("kind", row.getField("type_code").equals("381") ? "CREDIT_NOTE" : "INVOICE");
        return expected;
    }

    private static Map<String, String> read(Invoice in) {
        StatedAccount payee = in.payee();
        List<InvoiceLine> stated = in.lines().stream()
                .filter(line -> !line.number().matches(".*(allowance|charge)-\\d+"))
                .toList();
        var read = new TreeMap<String, String>();
        read.put("number", in.number());
        read.put("kind", in.kind().name());
        read.put("issue_date", in.issueDate().toString());
        read.put("due_date", text(in.dueDate()));
        read.put("currency", in.currency().getCode());
        read.put("seller_name", in.contractorName());
        read.put("seller_vat_id", text(in.contractorVatId()));
        read.put("iban", text(payee == null ? null : payee.number()));
        read.put("bic", text(payee == null ? null : payee.bic()));
        read.put("payment_ref", text(in.paymentReference()));
        read.put("po_ref", text(in.purchaseReference()));
        read.put("contract_ref", text(in.contract()));
        read.put("preceding_invoice", text(in.precedingInvoice()));
        read.put("lines", String.valueOf(stated.size()));
        read.put(
                "line_net_sum",
                plain(Money.total(
                        in.currency(),
                        in.lines().stream()
                                .filter(l -> !l.number().startsWith("allowance-")
                                        && !l.number().startsWith("charge-"))
                                .map(InvoiceLine::net)
                                .toList())));
        read.put("net", plain(in.totals().net()));
        read.put("vat", plain(in.totals().vat()));
        read.put("gross", plain(in.totals().gross()));
        read.put("prepaid", plain(in.totals().prepaid()));
        read.put("rounding", plain(in.totals().rounding()));
        read.put("payable", plain(in.totals().due()));
        read.put(
                "vat_categories",
                in.vat().stream()
                        .map(v -> category(v.category() + ":" + Objects.requireNonNullElse(v.rate(), BigDecimal.ZERO)
                                + ":" + v.base().getAmount() + ":" + v.tax().getAmount()))
                        .collect(Collectors.joining("|")));
        return read;
    }

    /** What we added for allowances and charges makes the lines add up to BT-109 and each line to quantity x price. */
    private static void checkSums(Invoice in) {
        Money lines = Money.total(
                in.currency(), in.lines().stream().map(InvoiceLine::net).toList());
        assertThat(lines).isEqualTo(in.totals().net());
        for (InvoiceLine line : in.lines()) {
            BigDecimal product = line.quantity().multiply(line.unitPrice());
            assertThat(product.subtract(line.net().getAmount()).abs())
                    .as(line.number())
                    .isLessThanOrEqualTo(new BigDecimal("0.005"));
        }
    }

    private static String category(String stated) {
        String[] parts = stated.split(":");
        return parts[0] + ":" + plain(parts[1]) + ":" + plain(parts[2]) + ":" + plain(parts[3]);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String plain(Money money) {
        return plain(money.getAmount().toPlainString());
    }

    private static String plain(String decimal) {
        return decimal.isEmpty()
                ? "0"
                : new BigDecimal(decimal).stripTrailingZeros().toPlainString();
    }
}
