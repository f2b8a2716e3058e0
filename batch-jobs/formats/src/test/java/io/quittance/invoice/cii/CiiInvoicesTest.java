package io.quittance.invoice.cii;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.findings;
import static io.quittance.invoice.file.Reading.lines;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.DocumentRules;
import io.quittance.finding.Finding;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.FullPage;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Reading;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CiiInvoicesTest {

    private static final String MEANS = """
            <a:SpecifiedTradeSettlementPaymentMeans><a:TypeCode>58</a:TypeCode>\
            <a:PayeePartyCreditorFinancialAccount><a:IBANID>DE02120300000000202051</a:IBANID></a:PayeePartyCreditorFinancialAccount>\
            <a:PayeeSpecifiedCreditorFinancialInstitution><a:BICID>BYLADEM1001</a:BICID></a:PayeeSpecifiedCreditorFinancialInstitution>\
            </a:SpecifiedTradeSettlementPaymentMeans>""";

    /** With what a plain page does not state. */
    private static CiiPage full() {
        return new CiiPage()
                .before("<a:GuidelineSpecified", parameter("BusinessProcess", "urn:process"))
                .before("<a:SellerTradeParty>", "<a:BuyerReference>LEITWEG-1</a:BuyerReference>")
                .before(
                        "</a:ApplicableHeaderTradeAgreement>",
                        document("SellerOrder", "SO-1") + document("BuyerOrder", "PO-9") + document("Contract", "CT-1")
                                + "<a:AdditionalReferencedDocument><a:TypeCode>916</a:TypeCode>"
                                + "<a:AttachmentBinaryObject mimeCode=\"text/plain\" filename=\"hours.txt\">QUJDREVG</a:AttachmentBinaryObject>"
                                + "</a:AdditionalReferencedDocument>"
                                + "<a:SpecifiedProcuringProject><a:ID>P-1</a:ID></a:SpecifiedProcuringProject>")
                .before("<a:InvoiceCurrencyCode>", "<a:PaymentReference>RF18</a:PaymentReference>")
                .before("<a:InvoiceCurrencyCode>", "<a:TaxCurrencyCode>GBP</a:TaxCurrencyCode>")
                .before("<a:SpecifiedTradePaymentTerms>", MEANS)
                .before(
                        "<a:SpecifiedTradePaymentTerms>",
                        "<a:BillingSpecifiedPeriod><a:StartDateTime>" + day("20261001")
                                + "</a:StartDateTime><a:EndDateTime>" + day("20261031")
                                + "</a:EndDateTime></a:BillingSpecifiedPeriod>")
                .before(
                        "<a:GrandTotalAmount>",
                        "<a:TaxTotalAmount currencyID=\"GBP\">160.00</a:TaxTotalAmount>"
                                + "<a:RoundingAmount>0.01</a:RoundingAmount>")
                .before("<a:DuePayableAmount>", "<a:TotalPrepaidAmount>30.50</a:TotalPrepaidAmount>")
                .before("</a:ApplicableHeaderTradeSettlement>", document("Invoice", "INV-0"));
    }

    /** BT-7, which stands in every category. */
    @Test
    void readsTheTaxPointThatTheSupplierStates() {
        var file = new CiiPage()
                .before(
                        "<a:BasisAmount>",
                        "<a:TaxPointDate><u:DateString format=\"102\">20261105</u:DateString></a:TaxPointDate>")
                .file();
        assertThat(understood(documents(file).getFirst()).taxPointDate()).isEqualTo("2026-11-05");
    }

    @Test
    void readsTheTermsOfEn16931() {
        var file = full().file();
        Invoice invoice = understood(documents(file).getFirst());
        assertThat(invoice.id()).isEqualTo(file.documentId(1));
        FullPage.isRead(invoice);
        assertThat(invoice.lines().getFirst().line()).isEqualTo(14);
        assertThat(readable(InvoiceFiles.open(file)).format()).isEqualTo(InvoiceFormat.CII);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, INV-1",
        "ISSUE_DATE, 2026-11-02",
        "TYPE, 380",
        "CURRENCY, EUR",
        "TAX_CURRENCY, GBP",
        "DUE_DATE, 2026-12-02",
        "BUYER_REFERENCE, LEITWEG-1",
        "PROJECT, P-1",
        "CONTRACT, CT-1",
        "PURCHASE_ORDER, PO-9",
        "SALES_ORDER, SO-1",
        "PROCESS, urn:process",
        "PROFILE, urn:cen.eu:en16931:2017",
        "PRECEDING_INVOICE, INV-0",
        "SELLER_NAME, Jane Roe",
        "SELLER_ID, C-007",
        "SELLER_VAT_ID, DE123456789",
        "BUYER_NAME, ACME GmbH",
        "BUYER_VAT_ID, DE999999999",
        "PERIOD_START, 2026-10-01",
        "PERIOD_END, 2026-10-31",
        "PAYMENT_MEANS, 58",
        "PAYMENT_REFERENCE, RF18",
        "ACCOUNT, DE02120300000000202051",
        "BIC, BYLADEM1001",
        "LINES_SUM, 950.00",
        "NET, 950.00",
        "VAT, 180.50",
        "TAX_CURRENCY_VAT, 160.00",
        "GROSS, 1130.50",
        "PREPAID, 30.50",
        "ROUNDING, 0.01",
        "PAYABLE, 1130.50",
    })
    void keepsWhatItStates(Term term, String text) {
        assertThat(stated(full()).all(term)).containsExactly(text);
    }

    @Test
    void keepsVatLinesAndAttachments() {
        Stated stated = stated(full());
        assertThat(stated.syntax()).isEqualTo("CII");
        assertThat(stated.vat()).containsExactly(new Stated.Vat("S", "19", "950.00", "180.50", null));
        assertThat(stated.lines()).isEqualTo(1);
        assertThat(stated.attachments()).containsExactly(new Stated.Attachment("hours.txt", "text/plain", 6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in place of                               | stands                               | code and place
            <a:ID>INV-1</a:ID>                          | <a:ID> </a:ID>                       | Q108 inv.xml:9 BT-1
            <a:ID>INV-1</a:ID>                          | <a:ID>A</a:ID><a:ID>B</a:ID>         | Q107 inv.xml:9 BT-1
            20261102                                    | 20260230                             | Q111 inv.xml:11 BT-2
            20261102                                    | 2026-11-02                           | Q111 inv.xml:11 BT-2
            20261102                                    | 202611                               | Q111 inv.xml:11 BT-2
            format="102">20261102                       | format="610">20261102                | Q111 inv.xml:11 BT-2
            format="102">20261102                       | >20261102                            | Q111 inv.xml:11 BT-2
            format="102">20261102                       | format="102">                        | Q108 inv.xml:11 BT-2
            20261202                                    | 20261302                             | Q111 inv.xml:47 BT-9
            380                                         | 325                                  | Q112 inv.xml:10 BT-3
            380                                         | 384                                  | Q112 inv.xml:10 BT-3
            <a:TypeCode>380</a:TypeCode>                | ''                                   | Q108 inv.xml:4 BT-3
            >EUR</a:Inv                                 | >Euro</a:Inv                         | Q112 inv.xml:39 BT-5
            <a:InvoiceCurrencyCode>EUR</a:InvoiceCurrencyCode> | ''                            | Q108 inv.xml:4 BT-5
            <a:Name>Jane Roe</a:Name>                   | ''                                   | Q108 inv.xml:27 BT-27
            <a:DuePayableAmount>                        | <a:DuePayableAmount currencyID="USD"> | Q112 inv.xml:53 BT-115
            1130.50</a:Due                              | 1E3</a:Due                           | Q109 inv.xml:53 BT-115
            1130.50</a:Due                              | 1130.50</a:DuePayableAmount><a:DuePayableAmount>1</a:Due | Q107 inv.xml:53 BT-115
            1130.50</a:Grand                            | 1130.505</a:Grand                    | Q110 inv.xml:52 BT-112
            currencyID="EUR">180.50                     | currencyID="USD">180.50              | Q108 inv.xml:4 BT-110
            currencyID="EUR">180.50</a:TaxTotalAmount>  | >180.50</a:TaxTotalAmount><a:TaxTotalAmount currencyID="EUR">1</a:TaxTotalAmount> | Q107 inv.xml:51 BT-110
            <a:TypeCode>VAT</a:TypeCode>                | <a:TypeCode>GST</a:TypeCode>         | Q112 inv.xml:40 BT-118
            <a:CategoryCode>S</a:CategoryCode>          | <a:CategoryCode>B</a:CategoryCode>   | Q112 inv.xml:44 BT-118
            <a:Name>Consulting</a:Name>                 | ''                                   | Q108 inv.xml:14 BT-153
            <a:LineID>1</a:LineID>                      | ''                                   | Q108 inv.xml:14 BT-126
            >10</a:Billed                               | >ten</a:Billed                       | Q109 inv.xml:20 BT-129
            >95.00</a:Charge                            | >95,00</a:Charge                     | Q109 inv.xml:18 BT-146
            <a:LineTotalAmount>950.00                   | <a:LineTotalAmount currencyID="GBP">950.00 | Q112 inv.xml:23 BT-131
            """)
    void refusesATermWithItsPlace(String old, String other, String expected) {
        var refused = refused(documents(new CiiPage().with(old, other).file()).getFirst());
        assertThat(findings(refused)).contains(expected);
    }

    @Test
    void saysHowADateIsWritten() {
        var refused = refused(
                documents(new CiiPage().with("20261102", "2026-11-02").file()).getFirst());
        assertThat(refused.findings().all())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.hint()).isEqualTo("Write the date as 20261124 with format=\"102\"."));
    }

    @Test
    void tellsEverythingAtOnceAndKeepsTheWholeFile() {
        var page = new CiiPage()
                .with("20261102", "x")
                .with(">10</a:Billed", ">ten</a:Billed")
                .with(">380<", ">325<");
        var refused = refused(documents(page.file()).getFirst());
        assertThat(findings(refused))
                .containsExactly("Q109 inv.xml:20 BT-129", "Q111 inv.xml:11 BT-2", "Q112 inv.xml:10 BT-3");
        assertThat(Reading.originals(page.file())).containsExactly(page.text());
        assertThat(refused.place()).hasToString("inv.xml:4");
        assertThat(refused.stated().first(Term.NUMBER)).isEqualTo("INV-1");
        assertThat(refused.stated().gross()).hasToString("EUR 1130.50");
    }

    @Test
    void allowancesChargesAndFreightBecomeLines() {
        var page = new CiiPage()
                .before(
                        "<a:SpecifiedTradePaymentTerms>",
                        adjustment("false", "50.00", "rebate") + adjustment("true", "10.00", "packing")
                                + "<a:SpecifiedLogisticsServiceCharge><a:Description>freight</a:Description><a:AppliedAmount>5.00</a:AppliedAmount>"
                                + "<a:AppliedTradeTax><a:CategoryCode>S</a:CategoryCode><a:RateApplicablePercent>19</a:RateApplicablePercent></a:AppliedTradeTax>"
                                + "</a:SpecifiedLogisticsServiceCharge>")
                .before(
                        "<a:TaxBasisTotalAmount>",
                        "<a:ChargeTotalAmount>15.00</a:ChargeTotalAmount><a:AllowanceTotalAmount>50.00</a:AllowanceTotalAmount>");
        assertThat(lines(understood(documents(page.file()).getFirst())))
                .containsExactly(
                        "1 10 x 95.00 = 950.00 S 19",
                        "allowance-1 -1 x 50.00 = -50.00 S 19",
                        "charge-2 1 x 10.00 = 10.00 S 19",
                        "charge-3 1 x 5.00 = 5.00 S 19");
        page.with("<a:ChargeTotalAmount>15.00", "<a:ChargeTotalAmount>10.00");
        assertThat(findings(refused(documents(page.file()).getFirst()))).containsExactly("Q202 inv.xml:48 BT-108");
    }

    @Test
    void anAllowanceOfALineKeepsTheArithmeticOfTheLine() {
        var page = new CiiPage()
                .with("95.00</a:Charge", "100.00</a:Charge")
                .before("<a:SpecifiedTradeSettlementLineMonetary", adjustment("0", "50.00", "loyalty"));
        assertThat(lines(understood(documents(page.file()).getFirst())))
                .containsExactly("1 10 x 100.00 = 1000.00 S 19", "1/allowance-1 -1 x 50.00 = -50.00 S 19");
        var unclear = new CiiPage()
                .before("<a:SpecifiedTradeSettlementLineMonetary", adjustment("maybe", "50.00", "loyalty"));
        assertThat(findings(refused(documents(unclear.file()).getFirst()))).contains("Q112 inv.xml:23 ChargeIndicator");
    }

    @ParameterizedTest
    @CsvSource({"9500, 100, 10 x 95.00", "285.00, 3, 1 x 950.00"})
    void aPriceForSeveralPieces(String price, String base, String readsAs) {
        var page = new CiiPage()
                .with(
                        "95.00</a:ChargeAmount>",
                        price + "</a:ChargeAmount><a:BasisQuantity>" + base + "</a:BasisQuantity>");
        assertThat(lines(understood(documents(page.file()).getFirst())))
                .containsExactly("1 " + readsAs + " = 950.00 S 19");
    }

    @Test
    void creditNotesInTheirThreeForms() {
        var plain = new CiiPage().with(">380<", ">381<");
        var negative = new CiiPage().negative();
        var corrected = new CiiPage().with(">380<", ">384<").negative();
        for (CiiPage page : List.of(plain, negative, corrected)) {
            Invoice credit = understood(documents(page.file()).getFirst());
            FullPage.isReadAsCreditNote(credit);
        }
        var doubleNegative = new CiiPage().with(">380<", ">381<").negative();
        assertThat(findings(refused(documents(doubleNegative.file()).getFirst())))
                .containsExactly("Q207 inv.xml:4 totals");
    }

    @Test
    void ofSeveralDueDatesTheEarliestCountsAndAWarningNamesAll() {
        String terms = "<a:SpecifiedTradePaymentTerms><a:DueDateDateTime>" + day("20261112")
                + "</a:DueDateDateTime></a:SpecifiedTradePaymentTerms>";
        var page = new CiiPage().before("<a:SpecifiedTradeSettlementHeader", terms);
        var document = (ReadDocument.Understood) documents(page.file()).getFirst();
        assertThat(document.invoice().dueDate()).isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(document.stated().all(Term.DUE_DATE)).containsExactly("2026-12-02", "2026-11-12");
        assertThat(document.warnings().stream().map(Finding::toString))
                .containsExactly(
                        "Q107 WARN inv.xml:47 BT-9: there are several due dates, 2026-11-12 2026-12-02: the earliest"
                                + " is taken");
    }

    @ParameterizedTest
    @CsvSource({
        "<a:GlobalID schemeID='0088'>4000</a:GlobalID>, 4000",
        "<a:ID></a:ID>, DE123456789",
        "'', DE123456789",
        "<a:ID>one</a:ID><a:GlobalID>two</a:GlobalID>, one",
    })
    void theContractorGoesByItsIdentifierElseItsVatId(String identification, String contractor) {
        var page = new CiiPage().with("<a:ID>C-007</a:ID>", identification);
        assertThat(understood(documents(page.file()).getFirst()).contractor()).isEqualTo(contractor);
    }

    @Test
    void otherRegistrationsComeAfterTheVatId() {
        var page = new CiiPage()
                .with("<a:ID>C-007</a:ID>", "")
                .with("schemeID=\"VA\">DE123", "schemeID=\"FC\">DE123")
                .with(
                        "<a:SpecifiedTaxRegistration><a:ID schemeID=\"VA\">DE999999999</a:ID></a:SpecifiedTaxRegistration>",
                        "");
        Invoice invoice = understood(documents(page.file()).getFirst());
        assertThat(invoice.contractor()).isEqualTo("DE123456789");
        assertThat(invoice.contractorVatId()).isNull();
        assertThat(invoice.entity()).isEqualTo("ACME GmbH");
        page.before(
                "<a:SpecifiedTaxRegistration>",
                "<a:SpecifiedLegalOrganization><a:ID>HRB 1</a:ID></a:SpecifiedLegalOrganization>");
        assertThat(understood(documents(page.file()).getFirst()).contractor()).isEqualTo("HRB 1");
    }

    @Test
    void ofSeveralPaymentMeansTheFirstAccountCounts() {
        String card =
                "<a:SpecifiedTradeSettlementPaymentMeans><a:TypeCode>48</a:TypeCode></a:SpecifiedTradeSettlementPaymentMeans>";
        String bankgiro = MEANS.replace("IBANID", "ProprietaryID").replace("DE02120300000000202051", "123456");
        var page = new CiiPage().before("<a:SpecifiedTradePaymentTerms>", card + bankgiro + MEANS);
        assertThat(understood(documents(page.file()).getFirst()).payee())
                .isEqualTo(new StatedAccount("123456", "BYLADEM1001"));
        assertThat(stated(page).all(Term.ACCOUNT)).containsExactly("123456", "DE02120300000000202051");
        assertThat(stated(page).all(Term.PAYMENT_MEANS)).containsExactly("48", "58", "58");
    }

    @Test
    void aDirectDebitStatesNoAccountToPayTo() {
        String debit =
                "<a:SpecifiedTradeSettlementPaymentMeans><a:TypeCode>59</a:TypeCode><a:PayerPartyDebtorFinancialAccount>"
                        + "<a:IBANID>DE02120300000000202051</a:IBANID></a:PayerPartyDebtorFinancialAccount></a:SpecifiedTradeSettlementPaymentMeans>";
        var page = new CiiPage().before("<a:SpecifiedTradePaymentTerms>", debit);
        assertThat(understood(documents(page.file()).getFirst()).payee()).isNull();
        assertThat(stated(page).first(Term.DEBITED_ACCOUNT)).isEqualTo("DE02120300000000202051");
    }

    /** BT-110 may be left out; then BR-CO-15 reads gross = net. */
    @Test
    void withoutVatInAnyCategoryTheirSumNeedNotBeStated() {
        var page = new CiiPage()
                .with("<a:TaxTotalAmount currencyID=\"EUR\">180.50</a:TaxTotalAmount>", "")
                .with("<a:RateApplicablePercent>19", "<a:RateApplicablePercent>0")
                .with("<a:CategoryCode>S", "<a:CategoryCode>AE")
                .with("180.50", "0")
                .with("1130.50", "950.00");
        assertThat(understood(documents(page.file()).getFirst()).totals().vat()).hasToString("EUR 0.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:factur-x.eu:1p0:minimum",
                "urn:factur-x.eu:1p0:basicwl",
                "urn:zugferd.de:2p0:minimum",
                "urn:zugferd.de:2p0:basicwl"
            })
    void aProfileWithoutLinesIsNoInvoice(String profile) {
        var page = new CiiPage().with("urn:cen.eu:en16931:2017", profile);
        var refused = refused(documents(page.file()).getFirst());
        assertThat(refused.findings().stream().map(Finding::toString))
                .containsExactly("Q112 REJECT inv.xml:6 BT-24: the profile " + profile
                        + " has no lines: it is no invoice for VAT");
        assertThat(refused.findings().all().getFirst().hint())
                .isEqualTo("Ask for the invoice in the profile EN 16931.");
        assertThat(refused.stated().first(Term.NUMBER)).isEqualTo("INV-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic",
                "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
                "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
            })
    void otherProfilesAreRead(String profile) {
        var page = new CiiPage().with("urn:cen.eu:en16931:2017", profile);
        assertThat(understood(documents(page.file()).getFirst()).number()).isEqualTo("INV-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a:ID xmlns:a='urn:x'>2</a:ID>",
                "<x:Ext xmlns:x='urn:y'><a:ID>2</a:ID></x:Ext>",
                "<!-- <a:ID>2</a:ID> --><?x y?>"
            })
    void whatIsNotLookedAtChangesNothing(String more) {
        Invoice plain = understood(documents(new CiiPage().file()).getFirst());
        Invoice with = understood(
                documents(new CiiPage().before("<a:ID>INV-1", more).file()).getFirst());
        assertThat(Reading.withoutPlace(with)).isEqualTo(Reading.withoutPlace(plain));
    }

    private static Stated stated(CiiPage page) {
        return ((ReadDocument.Understood) documents(page.file()).getFirst()).stated();
    }

    private static String parameter(String kind, String id) {
        return "<a:" + kind + "SpecifiedDocumentContextParameter><a:ID>" + id + "</a:ID></a:" + kind
                + "SpecifiedDocumentContextParameter>";
    }

    private static String document(String kind, String id) {
        return "<a:" + kind + "ReferencedDocument><a:IssuerAssignedID>" + id + "</a:IssuerAssignedID></a:" + kind
                + "ReferencedDocument>";
    }

    private static String day(String date) {
        return "<u:DateTimeString format=\"102\">" + date + "</u:DateTimeString>";
    }

    private static String adjustment(String indicator, String amount, String reason) {
        return "<a:SpecifiedTradeAllowanceCharge><a:ChargeIndicator><u:Indicator>" + indicator
                + "</u:Indicator></a:ChargeIndicator><a:ActualAmount>" + amount + "</a:ActualAmount><a:Reason>" + reason
                + "</a:Reason><a:CategoryTradeTax><a:CategoryCode>S</a:CategoryCode><a:RateApplicablePercent>19</a:RateApplicablePercent>"
                + "</a:CategoryTradeTax></a:SpecifiedTradeAllowanceCharge>";
    }

    /** A corrected invoice (384) that takes back states everything negative, its discounts too (zc-rechnungskorrektur). */
    @Test
    void aNegativeCorrectionWithADiscountIsACreditNote() {
        String discount = """
                <a:SpecifiedTradeAllowanceCharge><a:ChargeIndicator><u:Indicator>false</u:Indicator></a:ChargeIndicator>\
                <a:ActualAmount>-50.00</a:ActualAmount><a:Reason>Rabatt</a:Reason><a:CategoryTradeTax><a:TypeCode>VAT</a:TypeCode>\
                <a:CategoryCode>S</a:CategoryCode><a:RateApplicablePercent>19</a:RateApplicablePercent></a:CategoryTradeTax>\
                </a:SpecifiedTradeAllowanceCharge>""";
        Invoice invoice = understood(documents(new CiiPage()
                        .with(">380<", ">384<")
                        .negative()
                        .with("<a:BasisAmount>-950.00", "<a:BasisAmount>-900.00")
                        .with("180.50", "171.00")
                        .with("<a:TaxBasisTotalAmount>-950.00", "<a:TaxBasisTotalAmount>-900.00")
                        .with("1130.50", "1071.00")
                        .before("<a:TaxBasisTotalAmount>", "<a:AllowanceTotalAmount>-50.00</a:AllowanceTotalAmount>")
                        .before("<a:SpecifiedTradePaymentTerms>", discount)
                        .before("</a:ApplicableHeaderTradeSettlement>", document("Invoice", "INV-0"))
                        .file())
                .getFirst());
        assertThat(invoice.kind()).hasToString("CREDIT_NOTE");
        assertThat(lines(invoice))
                .containsExactly("1 10 x 95.00 = 950.00 S 19", "allowance-1 -1 x 50.00 = -50.00 S 19");
        assertThat(invoice.totals().due().getAmount()).isEqualByComparingTo("1071.00");
        assertThat(DocumentRules.judge(invoice).stream()
                        .map(finding -> finding.code().id() + " " + finding.severity()))
                .as("the VAT id of the page is none")
                .containsExactly("Q312 WARN");
    }

    private static String status(String code) {
        return "<a:LineStatusReasonCode>" + code + "</a:LineStatusReasonCode>";
    }

    /** EXTENDED: a group states the sum of its details, and information costs nothing. Only details count (BR-FXEXT-CO-10). */
    @Test
    void aGroupDoesNotCountBesideItsDetails() {
        String text = new CiiPage().text();
        String begin = "<a:IncludedSupplyChainTradeLineItem>";
        String end = "</a:IncludedSupplyChainTradeLineItem>";
        String line = text.substring(text.indexOf(begin), text.indexOf(end) + end.length());
        String group = line.replace("<a:LineID>1</a:LineID>", "<a:LineID>1</a:LineID>" + status("GROUP"));
        String detail = line.replace("<a:LineID>1</a:LineID>", "<a:LineID>1.1</a:LineID>" + status("DETAIL"));
        String told = line.replace("<a:LineID>1</a:LineID>", "<a:LineID>2</a:LineID>" + status("INFORMATION"));
        var page = new CiiPage().with(line, group + detail + told);
        assertThat(lines(understood(documents(page.file()).getFirst())))
                .containsExactly("1.1 10 x 95.00 = 950.00 S 19");
        assertThat(findings(refused(
                        documents(page.with(status("DETAIL"), status("PART")).file())
                                .getFirst())))
                .contains("Q112 inv.xml:25 BT-X-8");
    }
}
