package io.quittance.reconciliation.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.quittance.finding.FindingCode;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.StatusReport;
import io.quittance.reconciliation.StatusReport.Level;
import io.quittance.reconciliation.StatusReport.Original;
import io.quittance.reconciliation.StatusReport.Reason;
import io.quittance.reconciliation.StatusReport.Status;
import io.quittance.reconciliation.bankfile.BankFileReading.Refused;
import io.quittance.reconciliation.bankfile.BankFileReading.Statements;
import io.quittance.reconciliation.bankfile.BankFileReading.StatusReports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankFilesTest {

    private static final String STATUS = """
            <CstmrPmtStsRpt>
              <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-24T10:00:00</CreDtTm></GrpHdr>
              <OrgnlGrpInfAndSts>
                <OrgnlMsgId>NL-BV-20261125-01-F1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                <GrpSts>PART</GrpSts>
              </OrgnlGrpInfAndSts>
              <OrgnlPmtInfAndSts>
                <OrgnlPmtInfId>B1</OrgnlPmtInfId>
                <PmtInfSts>RJCT</PmtInfSts>
                <StsRsnInf><Rsn><Cd>NARR</Cd></Rsn><AddtlInf>904114;</AddtlInf><AddtlInf>ControlSum</AddtlInf></StsRsnInf>
                <TxInfAndSts>
                  <OrgnlInstrId>I1</OrgnlInstrId><OrgnlEndToEndId>E1</OrgnlEndToEndId>
                  <OrgnlUETR>0f8fad5b-d9cb-469f-a165-000000000008</OrgnlUETR>
                  <TxSts>RJCT</TxSts>
                  <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf>
                  <StsRsnInf><Rsn><Prtry>X99</Prtry></Rsn><AddtlInf>closed</AddtlInf></StsRsnInf>
                </TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>E2</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
              </OrgnlPmtInfAndSts>
            </CstmrPmtStsRpt>
            """;

    private static final String STATEMENT = """
            <BkToCstmrStmt>
              <GrpHdr><MsgId>C1</MsgId><CreDtTm>2026-11-25T20:00:00</CreDtTm></GrpHdr>
              <Stmt>
                <Id>S1</Id><ElctrncSeqNb>229</ElctrncSeqNb>
                <Acct><Id><IBAN>NL91 ABNA 0417 1643 00</IBAN></Id><Ccy>EUR</Ccy></Acct>
                <Bal><Tp><CdOrPrtry><Cd>CLAV</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">52.5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><DtTm>2026-11-25T23:59:00+01:00</DtTm></Dt></Bal>
                <Ntry>
                  <NtryRef>1</NtryRef><Amt Ccy="EUR">152.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>STATUS</Sts>
                  <BookgDt><Dt>2026-11-25</Dt></BookgDt><ValDt><Dt>2026-11-26</Dt></ValDt><AcctSvcrRef>REF1</AcctSvcrRef>
                  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn></BkTxCd>
                  <NtryDtls><TxDtls>
                    <Refs><PmtInfId>B1</PmtInfId><InstrId>I1</InstrId><EndToEndId>E1</EndToEndId></Refs>
                    <AmtDtls><InstdAmt><Amt Ccy="USD">160.00</Amt></InstdAmt><TxAmt><Amt Ccy="EUR">150.00</Amt></TxAmt></AmtDtls>
                    <Chrgs><Amt Ccy="EUR">2.50</Amt></Chrgs>
                    <RmtInf><Ustrd>INV-1</Ustrd><Ustrd>INV-2</Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>
                    <AddtlTxInf>Foreign payment</AddtlTxInf>
                  </TxDtls></NtryDtls>
                </Ntry>
                <Ntry>
                  <Amt Ccy="EUR">9.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts><BkTxCd/>
                </Ntry>
              </Stmt>
            </BkToCstmrStmt>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">%s</Document>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03\">%s</Document>",
                "<Document xmlns=\"http://www.six-interbank-clearing.com/de/pain.002.001.03.ch.02.xsd\">%s</Document>",
                "<Document>%s</Document>",
                "<Envelope><AppHdr xmlns=\"urn:head\"><Fr>X</Fr></AppHdr><Document>%s</Document></Envelope>"
            })
    void statusReportsOfAnyNamespaceAndWrapper(String wrapper) {
        StatusReport report = status(wrapper.formatted(STATUS));
        assertThat(report.messageId()).isEqualTo("BANK-1");
        assertThat(report.originalMessageId()).isEqualTo("NL-BV-20261125-01-F1");
        assertThat(report.statements())
                .extracting(Status::level, Status::paymentInformationId, Status::endToEndId, Status::code)
                .containsExactly(
                        Tuple.tuple(Level.FILE, null, null, "PART"),
                        Tuple.tuple(Level.BATCH, "B1", null, "RJCT"),
                        Tuple.tuple(Level.TRANSACTION, "B1", "E1", "RJCT"),
                        Tuple.tuple(Level.TRANSACTION, "B1", "E2", "ACSC"));
        assertThat(report.statements().get(1).reasons()).containsExactly(new Reason("NARR", "904114; ControlSum"));
        assertThat(report.statements().get(2).reasons())
                .containsExactly(new Reason("AC01", null), new Reason("X99", "closed"));
        assertThat(report.statements().get(2).uetr()).isEqualTo("0f8fad5b-d9cb-469f-a165-000000000008");
    }

    @Test
    void levelsWithoutAStatusAreSilent() {
        StatusReport report =
                status(STATUS.replace("<GrpSts>PART</GrpSts>", "").replace("<PmtInfSts>RJCT</PmtInfSts>", ""));
        assertThat(report.statements()).extracting(Status::level).containsOnly(Level.TRANSACTION);
    }

    @Test
    void whatTheBankSaysItReceived() {
        StatusReport report = status(
                STATUS.replace("<GrpSts>", "<OrgnlNbOfTxs>3</OrgnlNbOfTxs><OrgnlCtrlSum>10.50</OrgnlCtrlSum><GrpSts>")
                        .replace("<PmtInfSts>", "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><PmtInfSts>"));
        assertThat(report.originals())
                .containsExactlyInAnyOrder(new Original(null, "3", "10.50"), new Original("B1", "2", null));
    }

    @Test
    void reportThatDoesNotSayWhatItSpeaksOf() {
        assertThat(status(STATUS.replaceAll("<OrgnlMsgId>.*?</OrgnlMsgId>", "")).originalMessageId())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOK", "<Cd>BOOK</Cd>"})
    void statementsOfAnOldAndANewVersion(String status) {
        Statements read = statements(STATEMENT.replace("STATUS", status));
        assertThat(read.notBooked()).isEqualTo(1);
        Statement statement = read.statements().getFirst();
        assertThat(statement.account()).isEqualTo("NL91ABNA0417164300");
        assertThat(statement.sequence()).isEqualTo(229);
        assertThat(statement.date()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(statement.opening()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(statement.closing()).isEqualTo(Money.parse("EUR -52.50"));
        assertThat(statement.entries())
                .containsExactly(new Entry(
                        1,
                        "REF1",
                        Money.parse("EUR -152.50"),
                        LocalDate.of(2026, 11, 25),
                        LocalDate.of(2026, 11, 26),
                        false,
                        "PMNT-ICDT-XBCT",
                        null,
                        List.of(new Statement.Transaction(
                                "E1",
                                "I1",
                                null,
                                "B1",
                                Money.parse("EUR -152.50"),
                                Money.parse("USD 160.00"),
                                Money.parse("EUR 2.50"),
                                null,
                                "INV-1 INV-2 RF18539007547034")),
                        "Foreign payment"));
    }

    @Test
    void theClosingBalanceOfTheDayBeforeOpensToo() {
        Statement statement =
                statements(STATEMENT.replace("OPBD", "PRCD")).statements().getFirst();
        assertThat(statement.opening()).isEqualTo(Money.parse("EUR 100.00"));
    }

    @Test
    void aSingleTransactionWithoutAmountHasThatOfItsEntry() {
        String bare = STATEMENT.replace("STATUS", "BOOK").replaceAll("(?s)<AmtDtls>.*?</AmtDtls>", "");
        Entry entry = statements(bare).statements().getFirst().entries().getFirst();
        assertThat(entry.transactions()).singleElement().satisfies(transaction -> {
            assertThat(transaction.amount()).isEqualTo(entry.amount());
            assertThat(transaction.instructed()).isNull();
        });
    }

    @Test
    void severalTransactionsWithoutAmountsCannotBeToldApart() {
        String two = STATEMENT
                .replace("STATUS", "BOOK")
                .replaceAll("(?s)<TxDtls>.*</TxDtls>", "<TxDtls><Refs/></TxDtls><TxDtls><Refs/></TxDtls>");
        assertThat(statements(two).statements().getFirst().entries().getFirst().transactions())
                .isEmpty();
    }

    @Test
    void severalTransactionsHaveTheirOwnAmounts() {
        String one =
                "<TxDtls><Refs><EndToEndId>E</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy=\"EUR\">76.25</Amt></TxAmt></AmtDtls></TxDtls>";
        String two = STATEMENT.replace("STATUS", "BOOK").replaceAll("(?s)<TxDtls>.*</TxDtls>", one + one);
        assertThat(statements(two).statements().getFirst().entries().getFirst().transactions())
                .extracting(Statement.Transaction::amount)
                .containsExactly(Money.parse("EUR -76.25"), Money.parse("EUR -76.25"));
    }

    @Test
    void batchesAndReturns() {
        Entry entry = statements(STATEMENT
                        .replace("STATUS", "BOOK")
                        .replace(
                                "<CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK",
                                "<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK")
                        .replace(
                                "<NtryDtls>",
                                "<NtryDtls><Btch><MsgId>M</MsgId><PmtInfId>B1</PmtInfId><NbOfTxs>3</NbOfTxs><TtlAmt Ccy=\"EUR\">152.50</TtlAmt></Btch>")
                        .replace("<AddtlTxInf>", "<RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf><AddtlTxInf>"))
                .statements()
                .getFirst()
                .entries()
                .getFirst();
        assertThat(entry.reversal()).isTrue();
        assertThat(entry.amount()).isEqualTo(Money.parse("EUR 152.50"));
        assertThat(entry.batch()).isEqualTo(new Statement.Batch("M", "B1", 3, Money.parse("EUR 152.50")));
        assertThat(entry.transactions().getFirst().returnReason()).isEqualTo("AC01");
        assertThat(entry.transactions().getFirst().amount())
                .as("one of three: its own amount")
                .isEqualTo(Money.parse("EUR 150.00"));
    }

    @Test
    void severalStatementsInOneFile() {
        String one = STATEMENT.substring(STATEMENT.indexOf("<Stmt>"), STATEMENT.indexOf("</BkToCstmrStmt>"));
        String two =
                STATEMENT.replace("</BkToCstmrStmt>", one.replace("<Id>S1</Id>", "<Id>S2</Id>") + "</BkToCstmrStmt>");
        assertThat(statements(two.replace("STATUS", "BOOK")).statements())
                .extracting(Statement::id)
                .containsExactly("S1", "S2");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    <Amt Ccy="EUR">152.50</Amt>    | <Amt Ccy="EUR">152,50</Amt>     | AMOUNT_MALFORMED
                    <Amt Ccy="EUR">152.50</Amt>    | <Amt Ccy="EUR">1E2</Amt>        | AMOUNT_MALFORMED
                    <Amt Ccy="EUR">152.50</Amt>    | <Amt Ccy="EUR">-1.00</Amt>      | AMOUNT_MALFORMED
                    <Amt Ccy="EUR">152.50</Amt>    | <Amt Ccy="EUR">1000000000000000.00</Amt> | AMOUNT_MALFORMED
                    <Amt Ccy="EUR">152.50</Amt>    | <Amt Ccy="EUR">152.505</Amt>    | AMOUNT_SCALE
                    <Amt Ccy="EUR">152.50</Amt>    | <Amt Ccy="USD">152.50</Amt>     | VALUE_UNKNOWN
                    <Amt Ccy="EUR">152.50</Amt>    | <Amt Ccy="ZZZ">152.50</Amt>     | VALUE_UNKNOWN
                    <Amt Ccy="EUR">152.50</Amt>    | <X/>                            | FIELD_MISSING
                    <Cd>CLBD</Cd>                  | <Cd>XXXX</Cd>                   | FIELD_MISSING
                    <Cd>OPBD</Cd>                  | <Cd>XXXX</Cd>                   | FIELD_MISSING
                    <IBAN>                         | <IBAN/><IBAN>                   | FIELD_MISSING
                    <CdtDbtInd>DBIT</CdtDbtInd>    | <CdtDbtInd>OUT</CdtDbtInd>      | VALUE_UNKNOWN
                    <BookgDt><Dt>2026-11-25        | <BookgDt><Dt>2026-02-30         | DATE_MALFORMED
                    </BkToCstmrStmt>               | </BkToCstmrStm>                 | FILE_UNREADABLE
                    <BkToCstmrStmt>                | <!DOCTYPE a><BkToCstmrStmt>     | FILE_UNREADABLE
                    """)
    void refusesWhatCannotBeUsed(String from, String to, FindingCode code) {
        String good = STATEMENT.replace("STATUS", "BOOK");
        assertThat(good).contains(from);
        Refused refused = refused(good.replace(from, to));
        assertThat(refused.findings().has(code)).as(refused.toString()).isTrue();
        assertThat(refused.findings().toString()).contains("bank.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<a>",
                "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><BkToCstmrStmt>&x;</BkToCstmrStmt>",
                "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><CstmrPmtStsRpt><GrpHdr><MsgId>&b;</MsgId></GrpHdr></CstmrPmtStsRpt>",
                "<CstmrPmtStsRpt><GrpHdr><MsgId>&x;</MsgId></GrpHdr></CstmrPmtStsRpt>"
            })
    void hostileOrBrokenFilesAreUnreadable(String text) {
        assertThat(refused(text).findings().has(FindingCode.FILE_UNREADABLE)).isTrue();
    }

    @Test
    void limitsHold() {
        String deep = "<a>".repeat(100) + "</a>".repeat(100);
        String wide = "<CstmrPmtStsRpt><GrpHdr>" + "<x/>".repeat(30_000) + "</GrpHdr></CstmrPmtStsRpt>";
        String longText = "<CstmrPmtStsRpt><GrpHdr><MsgId>" + "m".repeat(50_000) + "</MsgId></GrpHdr></CstmrPmtStsRpt>";
        for (String text : new String[] {deep, wide, longText}) {
            assertThat(refused(text).findings().has(FindingCode.FILE_TOO_LARGE)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn", "CstmrCdtTrfInitn", "Invoice"})
    void otherMessagesAreUnknown(String root) {
        assertThat(refused("<Document><" + root + "/></Document>").findings().has(FindingCode.FILE_FORMAT_UNKNOWN))
                .isTrue();
    }

    @Test
    void reportsAndStatementsAreNotMixed() {
        String both = "<E>" + STATUS + STATEMENT.replace("STATUS", "BOOK") + "</E>";
        assertThat(refused(both).findings().has(FindingCode.FILE_FORMAT_UNKNOWN))
                .isTrue();
    }

    @Test
    void anEntryOfAHundredThousandTransactionsPassesOneByOne() {
        String transaction = "<TxDtls><Refs><EndToEndId>E</EndToEndId></Refs><Amt Ccy=\"EUR\">0.01</Amt></TxDtls>";
        String large =
                STATEMENT.replace("STATUS", "BOOK").replaceAll("(?s)<TxDtls>.*</TxDtls>", transaction.repeat(50_000));
        assertThat(statements(large)
                        .statements()
                        .getFirst()
                        .entries()
                        .getFirst()
                        .transactions())
                .hasSize(50_000);
    }

    private static StatusReport status(String text) {
        return assertThat(open(text))
                .asInstanceOf(type(StatusReports.class))
                .actual()
                .reports()
                .getFirst();
    }

    private static Statements statements(String text) {
        return assertThat(open(text)).asInstanceOf(type(Statements.class)).actual();
    }

    private static Refused refused(String text) {
        return assertThat(open(text)).asInstanceOf(type(Refused.class)).actual();
    }

    private static BankFileReading open(String text) {
        return BankFiles.open("bank.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
