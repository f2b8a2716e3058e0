package io.quittance.invoice.ubl;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.findings;
import static io.quittance.invoice.file.Reading.lines;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.Finding;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.FullPage;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Reading;
import io.quittance.invoice.file.Term;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UblInvoicesTest {

    private static final String ACCOUNT =
            "<a:PaymentMeans><b:PaymentMeansCode>58</b:PaymentMeansCode><b:PaymentID>RF18</b:PaymentID>"
                    + "<a:PayeeFinancialAccount><b:ID>DE02120300000000202051</b:ID><a:FinancialInstitutionBranch><b:ID>BYLADEM1001</b:ID>"
                    + "</a:FinancialInstitutionBranch></a:PayeeFinancialAccount></a:PaymentMeans>";

    @Test
    void readsTheTermsOfEn16931() {
        var file = new UblPage()
                .before(
                        "<a:AccountingSupplierParty>",
                        "<a:InvoicePeriod><b:StartDate>2026-10-01</b:StartDate><b:EndDate>2026-10-31+01:00</b:EndDate></a:InvoicePeriod>"
                                + "<a:OrderReference><b:ID>PO-9</b:ID></a:OrderReference>"
                                + "<a:BillingReference><a:InvoiceDocumentReference><b:ID>INV-0</b:ID></a:InvoiceDocumentReference></a:BillingReference>"
                                + "<a:ContractDocumentReference><b:ID>CT-1</b:ID></a:ContractDocumentReference>")
                .before("<a:TaxTotal>", ACCOUNT)
                .before(
                        "<b:PayableAmount",
                        "<b:PrepaidAmount currencyID=\"EUR\">30.50</b:PrepaidAmount>"
                                + "<b:PayableRoundingAmount currencyID=\"EUR\">0.01</b:PayableRoundingAmount>")
                .file();
        Invoice invoice = understood(documents(file).getFirst());
        assertThat(invoice.id()).isEqualTo(file.documentId(1));
        FullPage.isRead(invoice);
        assertThat(invoice.lines().getFirst().line()).isEqualTo(33);
    }

    /** BT-7; it comes back as it was written. */
    @Test
    void readsTheTaxPointThatTheSupplierStates() {
        var file = new UblPage()
                .before("<b:DocumentCurrencyCode>", "<b:TaxPointDate>2026-11-05</b:TaxPointDate>")
                .file();
        Invoice invoice = understood(documents(file).getFirst());
        assertThat(invoice.taxPointDate()).isEqualTo("2026-11-05");
        assertThat(invoice.taxedOn(null).taxPointDate()).isNull();
        assertThat(understood(documents(new UblPage().file()).getFirst()).taxPointDate())
                .isNull();
    }

    @Test
    void aFileIsOneDocument() {
        var open = readable(InvoiceFiles.open(new UblPage().file()));
        assertThat(open.format()).isEqualTo(InvoiceFormat.UBL);
        open.documents().skip(1);
        assertThat(open.documents().hasNext()).isFalse();
        assertThatThrownBy(() -> open.documents().next()).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in place of                              | stands                             | code and place
            <b:ID>INV-1</b:ID>                         | <b:ID> </b:ID>                     | Q108 inv.xml:5 BT-1
            <b:ID>INV-1</b:ID>                         | <b:ID>A</b:ID><b:ID>B</b:ID>       | Q107 inv.xml:5 BT-1
            2026-11-02                                 | 20261102                           | Q111 inv.xml:6 BT-2
            2026-12-02                                 | 2026-02-30+01:00                   | Q111 inv.xml:7 BT-9
            380                                        | 325                                | Q112 inv.xml:8 BT-3
            380                                        | 381                                | Q112 inv.xml:8 BT-3
            >EUR</b:Doc                                | >Euro</b:Doc                       | Q112 inv.xml:9 BT-5
            <b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode> | ''                       | Q108 inv.xml:4 BT-5
            <b:RegistrationName>Jane Roe</b:RegistrationName>    | ''                       | Q108 inv.xml:10 BT-27
            PayableAmount currencyID="EUR"             | PayableAmount currencyID="USD"     | Q112 inv.xml:31 BT-115
            PayableAmount currencyID="EUR"             | PayableAmount                      | Q112 inv.xml:31 BT-115
            1130.50</b:Pay                             | 1E3</b:Pay                         | Q109 inv.xml:31 BT-115
            1130.50</b:Pay                             | 1130.50</b:PayableAmount><b:PayableAmount currencyID="EUR">1</b:Pay | Q107 inv.xml:31 BT-115
            1130.50</b:TaxI                            | 1130.505</b:TaxI                   | Q110 inv.xml:30 BT-112
            <b:ID>S</b:ID><b:Percent>19</b:Percent></a:TaxC | <b:ID>B</b:ID></a:TaxC        | Q112 inv.xml:24 BT-118
            <b:Percent>19</b:Percent></a:Class         | </a:Class                          | Q108 inv.xml:33 BT-152
            <b:Name>Consulting</b:Name>                | ''                                 | Q108 inv.xml:33 BT-153
            >10</b:Inv                                 | >ten</b:Inv                        | Q109 inv.xml:35 BT-129
            >95.00</b:Price                            | >95,00</b:Price                    | Q109 inv.xml:38 BT-146
            """)
    void refusesATermWithItsPlace(String old, String other, String expected) {
        ReadDocument.Refused refused =
                refused(documents(new UblPage().with(old, other).file()).getFirst());
        assertThat(findings(refused)).contains(expected);
    }

    @Test
    void tellsEverythingAtOnceAndKeepsTheWholeFile() {
        var page = new UblPage()
                .with("2026-11-02", "x")
                .with(">10</b:Inv", ">ten</b:Inv")
                .with(">380<", ">325<");
        ReadDocument.Refused refused = refused(documents(page.file()).getFirst());
        assertThat(findings(refused))
                .containsExactly("Q109 inv.xml:35 BT-129", "Q111 inv.xml:6 BT-2", "Q112 inv.xml:8 BT-3");
        assertThat(Reading.originals(page.file())).containsExactly(page.text());
        assertThat(refused.place()).hasToString("inv.xml:4");
        assertThat(refused.stated().first(Term.NUMBER)).isEqualTo("INV-1");
        assertThat(refused.stated().seller()).isEqualTo("C-007");
        assertThat(refused.stated().buyer()).isEqualTo("DE999999999");
        assertThat(refused.stated().gross()).hasToString("EUR 1130.50");
        assertThat(refused.stated().where())
                .as("where the elements themselves stand")
                .containsEntry(Term.NUMBER, 5L)
                .containsEntry(Term.GROSS, 30L)
                .containsEntry(Term.PAYABLE, 31L);
    }

    @Test
    void aVatTotalInAnotherCurrencyIsNotTheVatTotal() {
        String other = "<a:TaxTotal><b:TaxAmount currencyID=\"GBP\">160.00</b:TaxAmount></a:TaxTotal>";
        var before = new UblPage().before("<a:TaxTotal>", other);
        assertThat(understood(documents(before.file()).getFirst()).totals().vat())
                .hasToString("EUR 180.50");
        var twice = new UblPage().before("<a:TaxTotal>", other.replace("GBP", "EUR"));
        assertThat(findings(refused(documents(twice.file()).getFirst()))).containsExactly("Q107 inv.xml:20 BT-110");
        var only = new UblPage().with("<b:TaxAmount currencyID=\"EUR\">", "<b:TaxAmount currencyID=\"GBP\">");
        assertThat(findings(refused(documents(only.file()).getFirst()))).contains("Q108 inv.xml:4 BT-110");
    }

    @Test
    void allowancesAndChargesBecomeLines() {
        var page = new UblPage()
                .before("<a:TaxTotal>", adjustment("false", "50.00", "rebate") + adjustment("true", "10.00", "freight"))
                .before(
                        "<b:PayableAmount",
                        "<b:AllowanceTotalAmount currencyID=\"EUR\">50.00</b:AllowanceTotalAmount>"
                                + "<b:ChargeTotalAmount currencyID=\"EUR\">10.00</b:ChargeTotalAmount>")
                .with(
                        "<b:TaxExclusiveAmount currencyID=\"EUR\">950.00",
                        "<b:TaxExclusiveAmount currencyID=\"EUR\">910.00");
        assertThat(lines(understood(documents(page.file()).getFirst())))
                .containsExactly(
                        "1 10 x 95.00 = 950.00 S 19",
                        "allowance-1 -1 x 50.00 = -50.00 S 19",
                        "charge-2 1 x 10.00 = 10.00 S 19");
        var wrongSum =
                page.with("ChargeTotalAmount currencyID=\"EUR\">10.00", "ChargeTotalAmount currencyID=\"EUR\">11.00");
        assertThat(findings(refused(documents(wrongSum.file()).getFirst()))).containsExactly("Q202 inv.xml:27 BT-108");
    }

    @Test
    void anAllowanceOfALineKeepsTheArithmeticOfTheLine() {
        var page = new UblPage()
                .with("95.00</b:Price", "100.00</b:Price")
                .before("<a:Item>", adjustment("0", "50.00", "loyalty"));
        assertThat(lines(understood(documents(page.file()).getFirst())))
                .containsExactly("1 10 x 100.00 = 1000.00 S 19", "1/allowance-1 -1 x 50.00 = -50.00 S 19");
        var unclear = new UblPage().before("<a:Item>", adjustment("maybe", "50.00", "loyalty"));
        assertThat(findings(refused(documents(unclear.file()).getFirst()))).contains("Q112 inv.xml:37 ChargeIndicator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # quantity | price   | base | reads as
            10         | 95.00   | 1    | 1 10 x 95.00 = 950.00 S 19
            10         | 9500    | 100  | 1 10 x 95.00 = 950.00 S 19
            10         | 95000   | 1E3  | Q109
            10         | 9.5     | 0.1  | 1 10 x 95 = 950.00 S 19
            30         | 95.00   | 3    | 1 1 x 950.00 = 950.00 S 19
            100        | 28.50   | 3    | 1 1 x 950.00 = 950.00 S 19
            7          | 407.143 | 3    | 1 1 x 950.00 = 950.00 S 19
            7          | 407.20  | 3    | Q201
            10         | 95.00   | 0    | Q201
            10         | 95.00   | -2   | Q201
            """)
    void aPriceForSeveralPieces(String quantity, String price, String base, String readsAs) {
        var document = documents(new UblPage()
                        .with(">10</b:Inv", ">" + quantity + "</b:Inv")
                        .with(
                                "95.00</b:PriceAmount>",
                                price + "</b:PriceAmount><b:BaseQuantity>" + base + "</b:BaseQuantity>")
                        .file())
                .getFirst();
        assertThat(
                        document instanceof ReadDocument.Refused refused
                                ? refused.findings().all().getFirst().code().id()
                                : String.join("", lines(understood(document))))
                .isEqualTo(readsAs);
    }

    @Test
    void creditNotesInTheirThreeForms() {
        Invoice plain =
                understood(documents(new UblPage().asCreditNote().file()).getFirst());
        Invoice negative = understood(documents(new UblPage().negative().file()).getFirst());
        for (Invoice credit : List.of(plain, negative)) {
            FullPage.isReadAsCreditNote(credit);
        }
        var doubleNegative = new UblPage().asCreditNote().negative();
        assertThat(findings(refused(documents(doubleNegative.file()).getFirst())))
                .containsExactly("Q207 inv.xml:4 totals");
        var overpaid = new UblPage().with("1130.50</b:Pay", "-1.00</b:Pay");
        assertThat(findings(refused(documents(overpaid.file()).getFirst()))).containsExactly("Q207 inv.xml:4 totals");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # seller identification                                                             | contractor
            <a:PartyIdentification><b:ID schemeID="SEPA">DE98ZZZ</b:ID></a:PartyIdentification>  | DE123456789
            <a:PartyIdentification><b:ID></b:ID></a:PartyIdentification>                        | DE123456789
            ''                                                                                  | DE123456789
            <a:PartyIdentification><b:ID>one</b:ID></a:PartyIdentification>                     | one
            """)
    void theContractorGoesByItsIdentifierElseItsVatId(String identification, String contractor) {
        var page =
                new UblPage().with("<a:PartyIdentification><b:ID>C-007</b:ID></a:PartyIdentification>", identification);
        assertThat(understood(documents(page.file()).getFirst()).contractor()).isEqualTo(contractor);
    }

    @Test
    void aCorrectedInvoiceIsRefusedUnlessItGivesMoneyBack() {
        var document = documents(new UblPage().with(">380<", ">384<").file()).getFirst();
        assertThat(refused(document).findings().stream().map(Finding::toString))
                .containsExactly(
                        "Q112 REJECT inv.xml:8 BT-3: a corrected invoice (384) stands in for an earlier invoice: both could be paid");
        var back = (ReadDocument.Understood)
                documents(new UblPage().with(">380<", ">384<").negative().file())
                        .getFirst();
        assertThat(back.warnings()).isEmpty();
        assertThat(back.invoice().kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
    }

    @Test
    void aSellerWithoutAnyIdentifierIsRefusedAndABuyerGoesByItsName() {
        String vatScheme =
                "<a:PartyTaxScheme><b:CompanyID>DE123456789</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme></a:PartyTaxScheme>";
        var page = new UblPage()
                .with("<a:PartyIdentification><b:ID>C-007</b:ID></a:PartyIdentification>", "")
                .with(vatScheme, vatScheme.replace(">VAT<", ">FC<"));
        Invoice byTaxNumber = understood(documents(page.file()).getFirst());
        assertThat(byTaxNumber.contractor()).isEqualTo("DE123456789");
        assertThat(byTaxNumber.contractorVatId()).isNull();
        page.with(vatScheme.replace(">VAT<", ">FC<"), "").with(vatScheme.replace("123456789", "999999999"), "");
        assertThat(findings(refused(documents(page.file()).getFirst()))).containsExactly("Q108 inv.xml:10 BT-29");
        page.before("<a:PartyLegalEntity>", "<a:PartyIdentification><b:ID>C-1</b:ID></a:PartyIdentification>");
        assertThat(understood(documents(page.file()).getFirst()).entity()).isEqualTo("ACME GmbH");
    }

    @Test
    void missingGroupsAreToldOnceEach() {
        var noParties = new UblPage().with("AccountingSupplierParty", "Other").with("LegalMonetaryTotal", "Other");
        assertThat(findings(refused(documents(noParties.file()).getFirst())))
                .contains("Q108 inv.xml:4 BG-4", "Q108 inv.xml:4 BG-22");
        var noLines = new UblPage().with("a:InvoiceLine", "a:CreditNoteLine");
        assertThat(findings(refused(documents(noLines.file()).getFirst()))).contains("Q108 inv.xml:4 BG-25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b:PayableAmount xmlns:b='urn:x' currencyID='EUR'>1.00</b:PayableAmount>",
                "<a:Signature><b:ID>x</b:ID></a:Signature>",
                "<x:Ext xmlns:x='urn:y'><b:ID>2</b:ID></x:Ext>",
                "<a:AdditionalDocumentReference><b:ID>50</b:ID><a:Attachment>QUJD</a:Attachment></a:AdditionalDocumentReference>",
                "<!-- <b:ID>2</b:ID> --><?x y?>"
            })
    void whatIsNotLookedAtChangesNothing(String more) {
        Invoice plain = understood(documents(new UblPage().file()).getFirst());
        Invoice with = understood(
                documents(new UblPage().before("<b:ID>INV-1", more).file()).getFirst());
        assertThat(with.totals()).isEqualTo(plain.totals());
        assertThat(with.number()).isEqualTo(plain.number());
    }

    @Test
    void aDirectDebitStatesNoAccountToPayTo() {
        var page = new UblPage()
                .before(
                        "<a:TaxTotal>",
                        "<a:PaymentMeans><b:PaymentMeansCode>59</b:PaymentMeansCode><a:PaymentMandate>"
                                + "<b:ID>M-1</b:ID><a:PayerFinancialAccount><b:ID>DE02120300000000202051</b:ID></a:PayerFinancialAccount></a:PaymentMandate></a:PaymentMeans>");
        Invoice invoice = understood(documents(page.file()).getFirst());
        assertThat(invoice.payee()).isNull();
        assertThat(invoice.totals().due()).hasToString("EUR 1130.50");
    }

    private static String adjustment(String indicator, String amount, String reason) {
        return "<a:AllowanceCharge><b:ChargeIndicator>" + indicator + "</b:ChargeIndicator><b:AllowanceChargeReason>"
                + reason
                + "</b:AllowanceChargeReason><b:Amount currencyID=\"EUR\">" + amount
                + "</b:Amount><a:TaxCategory><b:ID>S</b:ID><b:Percent>19</b:Percent></a:TaxCategory></a:AllowanceCharge>";
    }
}
