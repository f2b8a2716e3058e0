package io.quittance.invoice.inv01;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Severity;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Term;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the published field list only: no sample of the authority was at hand. */
class Inv01InvoicesTest {

    private static final String PAGE = """
            {
              "Version": "1.1",
              "TranDtls": {"TaxSch": "GST", "SupTyp": "B2B", "RegRev": "N"},
              "DocDtls": {"Typ": "INV", "No": "DOC/001", "Dt": "02/11/2026"},
              "SellerDtls": {"Gstin": "29AABCT1332L000", "LglNm": "Asha Rao", "Stcd": "29"},
              "BuyerDtls": {"Gstin": "29AWGPV7107B1Z1", "LglNm": "ACME", "Pos": "29"},
              "ItemList": [
                {"SlNo": "1", "PrdDesc": "Consulting", "IsServc": "Y", "HsnCd": "998314", "Qty": 11, "UnitPrice": 95,
                 "TotAmt": 1045, "Discount": 95, "AssAmt": 950, "GstRt": 18, "CgstAmt": 85.5, "SgstAmt": 85.5, "TotItemVal": 1121}
              ],
              "ValDtls": {"AssVal": 950, "CgstVal": 85.50, "SgstVal": 85.50, "RndOffAmt": 0, "TotInvVal": 1121},
              "PayDtls": {"Nm": "Asha Rao", "AccDet": "5697389713210", "FinInsBr": "SBIN11000", "PaidAmt": 121, "PaymtDue": 1000},
              "RefDtls": {"DocPerdDtls": {"InvStDt": "01/10/2026", "InvEndDt": "31/10/2026"},
                "PrecDocDtls": [{"InvNo": "DOC/000"}], "ContrDtls": [{"ContrRefr": "CT-1", "PORefr": "PO-9"}]}
            }
            """;

    @Test
    void readsTheFieldsAndSaysThatItIsUnverified() {
        var delivered = file("in.json", PAGE);
        var document = (ReadDocument.Understood) documents(delivered).getFirst();
        Invoice invoice = document.invoice();
        assertThat(invoice.number()).isEqualTo("DOC/001");
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(invoice.supplyDate()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(invoice.contractor()).isEqualTo("29AABCT1332L000");
        assertThat(invoice.contractorName()).isEqualTo("Asha Rao");
        assertThat(invoice.entity()).isEqualTo("29AWGPV7107B1Z1");
        assertThat(invoice.contract()).isEqualTo("CT-1");
        assertThat(invoice.purchaseReference()).isEqualTo("PO-9");
        assertThat(invoice.precedingInvoice()).isEqualTo("DOC/000");
        assertThat(invoice.payee()).isEqualTo(new StatedAccount("5697389713210", "SBIN11000"));
        assertThat(invoice.currency()).hasToString("INR");
        assertThat(invoice.lines().stream()
                        .map(line ->
                                line.number() + " " + line.quantity() + " x " + line.unitPrice() + " = " + line.net()))
                .containsExactly("1 11 x 95 = INR 1045.00", "1/discount -1 x 95.00 = INR -95.00");
        assertThat(invoice.vat()).hasToString("[VatBreakdown[category=S, rate=18, base=INR 950.00, tax=INR 171.00]]");
        assertThat(invoice.totals().due()).hasToString("INR 1000.00");
        assertThat(invoice.totals().prepaid()).hasToString("INR 121.00");
        assertThat(document.warnings().all()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.FORMAT_UNVERIFIED);
            assertThat(finding.severity()).isEqualTo(Severity.WARN);
        });
        assertThat(document.stated().syntax()).isEqualTo("INV-01");
        assertThat(document.stated().first(Term.ISSUE_DATE)).isEqualTo("2026-11-02");
        assertThat(document.stated().first(Term.VAT)).isEqualTo("171.00");
        assertThat(readable(InvoiceFiles.open(delivered)).format()).isEqualTo(InvoiceFormat.INV01);
    }

    @Test
    void anArrayHoldsSeveral() {
        var read = documents(file("in.json", "[" + PAGE + "," + PAGE.replace("\"INV\"", "\"CRN\"") + "]"));
        assertThat(understood(read.get(0)).kind()).isEqualTo(DocumentKind.INVOICE);
        assertThat(understood(read.get(1)).kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # in place of           | stands                   | code and place
            "02/11/2026"            | "31/02/2026"             | Q111 in.json:4 /DocDtls/Dt
            "02/11/2026"            | "11-02-2026"             | Q111 in.json:4 /DocDtls/Dt
            "INV"                   | "BOS"                    | Q112 in.json:4 /DocDtls/Typ
            "B2B"                   | "B2C"                    | Q112 in.json:3 /TranDtls/SupTyp
            "RegRev": "N"           | "RegRev": "Y"            | Q112 in.json:3 /TranDtls/RegRev
            "TotAmt": 1045          | "TotAmt": 1e999999999    | Q109 in.json:9 /ItemList/0/TotAmt
            "GstRt": 18             | "GstRt": 1800            | Q113 in.json:9 /ItemList/0/GstRt
            "GstRt": 18             | "CesAmt": 5, "GstRt": 18 | Q112 in.json:9 /ItemList/0/CesAmt
            "AssVal": 950           | "AssVal": 950.005        | Q110 in.json:11 /ValDtls/AssVal
            "Gstin": "29AABCT1332L000", | `` | Q108 in.json:5 /SellerDtls/Gstin
            "RndOffAmt": 0          | "OthChrg": 10            | Q112 in.json:11 /ValDtls/OthChrg
            """)
    void refusesWithThePointer(String old, String other, String expected) {
        var document =
                refused(documents(file("in.json", PAGE.replace(old, other))).getFirst());
        assertThat(document.findings().stream()
                        .filter(finding -> finding.severity() == Severity.REJECT)
                        .map(finding -> finding.code().id() + " " + finding.place()))
                .isEqualTo(List.of(expected));
    }
}
