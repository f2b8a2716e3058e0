package io.quittance.invoice.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists are asked about figures, categories and rates; who the parties are, the register says. */
class CoreRuledReaderTest {

    private static final String HEADER =
            "document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,"
                    + "contractor_vat_id,contract,purchase_reference,currency,line_number,description,quantity,unit_price,"
                    + "net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,"
                    + "payee_account,payee_bic,payment_reference,preceding_invoice\n";

    private static final String LINE =
            "invoice,A-1,2026-11-19,2026-11-18,2026-11-25,NL-BV,C1,Roe,,,,EUR,%d,Work,1,100.00,100.00,%s,%s,%s,%s,%s,%s,%s,"
                    + ",,,\n";

    @ParameterizedTest
    @CsvSource(textBlock = """
            # first,  tax,   second,  tax,   net,    vat,   gross,  due,    broken
            S 21,     21.00, S 21,    21.00, 200.00, 42.00, 242.00, 242.00, ''
            S 21,     21.00, AE 0,    0.00,  200.00, 21.00, 221.00, 221.00, ''
            S 21,     21.00, S 21,    21.00, 200.00, 42.00, 243.00, 243.00, BR-CO-15
            S 21,     21.00, S 21,    21.00, 200.00, 42.00, 242.00, 240.00, BR-CO-16
            S 0,      0.00,  S 21,    21.00, 200.00, 21.00, 221.00, 221.00, BR-S-05
            O 0,      0.00,  S 21,    21.00, 200.00, 21.00, 221.00, 221.00, BR-O-11 BR-O-12
            AE 21,    0.00,  S 21,    21.00, 200.00, 21.00, 221.00, 221.00, BR-AE-05 BR-CO-17
            """)
    void aListOfTwoLines(
            String first,
            String tax,
            String second,
            String otherTax,
            String net,
            String vat,
            String gross,
            String due,
            String broken)
            throws IOException {
        String csv =
                HEADER + line(1, first, tax, net, vat, gross, due) + line(2, second, otherTax, net, vat, gross, due);
        assertThat(rules(DeliveredFile.of("a.csv", csv.getBytes(UTF_8)))).isEqualTo(broken);
    }

    private static String line(int number, String group, String tax, String... totals) {
        String[] category = group.split(" ");
        return LINE.formatted(number, category[0], category[1], tax, totals[0], totals[1], totals[2], totals[3]);
    }

    private static String rules(DeliveredFile file) throws IOException {
        var readable = (InvoiceFile.Readable) InvoiceFiles.open(file);
        try (InvoiceFileReader documents = readable.documents()) {
            var understood = (ReadDocument.Understood) documents.next();
            return understood.warnings().stream()
                    .filter(finding -> finding.code() == FindingCode.CORE_VAT_RULE_BROKEN)
                    .map(Finding::printedId)
                    .collect(Collectors.joining(" "));
        }
    }
}
