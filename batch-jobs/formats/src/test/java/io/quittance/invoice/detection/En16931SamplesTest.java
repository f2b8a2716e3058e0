package io.quittance.invoice.detection;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Reading;
import io.quittance.invoice.file.Samples;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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

/**
 * Samples of authorities and other projects in UBL, CII and hybrid PDF, against what two independent programs read in them
 * (columns {@code number} to {@code lines}, {@code second_readout}). They are not in this repository.
 */
class En16931SamplesTest {

    @TestFactory
    Stream<DynamicTest> agreesWithAnIndependentReading() throws IOException {
        if (Samples.areAbsent()) {
            return Samples.skipped();
        }
        List<NamedCsvRecord> rows;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(Samples.FOLDER.resolve("expected.csv"))) {
            rows = csv.stream()
                    .filter(row -> row.getField("syntax").matches(".*(UBL|CII|unparseable XML).*"))
                    .toList();
        }
        assertThat(rows).hasSizeGreaterThan(25);
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> check(row)));
    }

    private static void check(NamedCsvRecord row) throws IOException {
        var file = DeliveredFile.of(Samples.FOLDER.resolve(row.getField("file")));
        if (row.getField("valid").equals("unparseable")) {
            var refused = (InvoiceFile.Unreadable) InvoiceFiles.open(file);
            assertThat(refused.findings().all()).extracting(Finding::code).containsExactly(FindingCode.FILE_UNREADABLE);
            assertThat(refused.syntax()).isEqualTo(row.getField("syntax"));
            return;
        }
        ReadDocument document = Reading.documents(file).getFirst();
        checkStated(document, row);
        if (row.getField("lines").equals("0")) {
            assertThat(Reading.refused(document).findings().all().getFirst().message())
                    .contains("no invoice for VAT");
            return;
        }
        Invoice invoice = Reading.understood(document);
        assertThat(read(invoice)).isEqualTo(expected(row));
        checkSums(invoice);
    }

    /** What it states as text, with the sign it was written with. */
    private static void checkStated(ReadDocument document, NamedCsvRecord row) {
        Stated stated = switch (document) {
            case ReadDocument.Understood understood -> understood.stated();
            case ReadDocument.Refused refused -> refused.stated();
        };
        assertThat(stated.syntax()).isEqualTo(row.getField("syntax"));
        assertThat(String.join("|", stated.all(Term.DUE_DATE))).isEqualTo(row.getField("due_date"));
        assertThat(stated.lines()).hasToString(row.getField("lines"));
        STATED.forEach((column, term) ->
                assertThat(text(stated.first(term))).as(column).isEqualTo(row.getField(column)));
        for (Term amount : AMOUNTS) {
            assertThat(plain(text(stated.first(amount))))
                    .as(amount.number())
                    .isEqualTo(plain(row.getField(amount.name().toLowerCase(Locale.ROOT))));
        }
    }

    private static final List<Term> AMOUNTS =
            List.of(Term.NET, Term.VAT, Term.GROSS, Term.PREPAID, Term.ROUNDING, Term.PAYABLE);

    private static final Map<String, Term> STATED = Map.ofEntries(
            Map.entry("profile", Term.PROFILE),
            Map.entry("type_code", Term.TYPE),
            Map.entry("number", Term.NUMBER),
            Map.entry("issue_date", Term.ISSUE_DATE),
            Map.entry("tax_currency", Term.TAX_CURRENCY),
            Map.entry("vat_tax_currency", Term.TAX_CURRENCY_VAT),
            Map.entry("seller_vat_id", Term.SELLER_VAT_ID),
            Map.entry("seller_tax_reg", Term.SELLER_TAX_REGISTRATION),
            Map.entry("seller_country", Term.SELLER_COUNTRY),
            Map.entry("buyer_name", Term.BUYER_NAME),
            Map.entry("buyer_vat_id", Term.BUYER_VAT_ID),
            Map.entry("buyer_country", Term.BUYER_COUNTRY),
            Map.entry("payment_means", Term.PAYMENT_MEANS),
            Map.entry("buyer_reference", Term.BUYER_REFERENCE),
            Map.entry("po_ref", Term.PURCHASE_ORDER),
            Map.entry("contract_ref", Term.CONTRACT),
            Map.entry("preceding_invoice", Term.PRECEDING_INVOICE));

    private static Map<String, String> expected(NamedCsvRecord row) {
        String turn = row.getField("net").startsWith("-") ? "-" : "";
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
            expected.put(column, turned(turn, plain(row.getField(column))));
        }
        // Of several due dates the earliest counts.
        expected.compute(
                "due_date",
                (column, dates) -> Stream.of(text(dates).split("\\|"))
                        .min(String::compareTo)
                        .orElse(""));
        expected.put(
                "vat_categories",
                Stream.of(row.getField("vat_categories").split("\\|"))
                        .map(category -> category(category, turn))
                        .collect(Collectors.joining("|")));
        boolean credit = row.getField("type_code").equals("381") || !turn.isEmpty();
        expected.put("kind", credit ? "CREDIT_NOTE" : "INVOICE");
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
                        .map(v -> category(
                                v.category() + ":" + Objects.requireNonNullElse(v.rate(), BigDecimal.ZERO) + ":"
                                        + v.base().getAmount() + ":" + v.tax().getAmount(),
                                ""))
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

    private static String category(String stated, String turn) {
        String[] parts = stated.split(":");
        return parts[0] + ":" + plain(parts[1]) + ":" + turned(turn, plain(parts[2])) + ":"
                + turned(turn, plain(parts[3]));
    }

    /** An invoice with negative totals is read as a credit note with positive ones. */
    private static String turned(String turn, String plain) {
        return turn.isEmpty() ? plain : plain(new BigDecimal(plain).negate().toPlainString());
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
