package io.quittance.payment.pain001;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.party.Address;
import io.quittance.payment.Payment;
import io.quittance.payment.Rail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Pain001WriterTest {

    @Test
    void sepaFileReadsLikeThis() {
        Payment payment = Orders.saying(Orders.payment(Rail.SEPA, 7, "EUR 1210.50"), "RF18539007547034");
        assertThat(text(Rail.SEPA, payment)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
                  <CstmrCdtTrfInitn>
                    <GrpHdr>
                      <MsgId>NL-BV-20261125-01-F1</MsgId>
                      <CreDtTm>2026-11-24T00:00:01Z</CreDtTm>
                      <NbOfTxs>1</NbOfTxs>
                      <CtrlSum>1210.50</CtrlSum>
                      <InitgPty>
                        <Nm>Quittance Example B.V.</Nm>
                      </InitgPty>
                    </GrpHdr>
                    <PmtInf>
                      <PmtInfId>NL-BV-20261125-01-B1</PmtInfId>
                      <PmtMtd>TRF</PmtMtd>
                      <BtchBookg>false</BtchBookg>
                      <NbOfTxs>1</NbOfTxs>
                      <CtrlSum>1210.50</CtrlSum>
                      <PmtTpInf>
                        <SvcLvl>
                          <Cd>SEPA</Cd>
                        </SvcLvl>
                      </PmtTpInf>
                      <ReqdExctnDt>
                        <Dt>2026-11-25</Dt>
                      </ReqdExctnDt>
                      <Dbtr>
                        <Nm>Quittance Example B.V.</Nm>
                      </Dbtr>
                      <DbtrAcct>
                        <Id>
                          <IBAN>NL91ABNA0417164300</IBAN>
                        </Id>
                      </DbtrAcct>
                      <DbtrAgt>
                        <FinInstnId>
                          <BICFI>ABNANL2A</BICFI>
                        </FinInstnId>
                      </DbtrAgt>
                      <ChrgBr>SLEV</ChrgBr>
                      <CdtTrfTxInf>
                        <PmtId>
                          <InstrId>NL-BV-20261125-01-00007</InstrId>
                          <EndToEndId>E2E0000007</EndToEndId>
                        </PmtId>
                        <Amt>
                          <InstdAmt Ccy="EUR">1210.50</InstdAmt>
                        </Amt>
                        <CdtrAgt>
                          <FinInstnId>
                            <BICFI>COBADEFFXXX</BICFI>
                          </FinInstnId>
                        </CdtrAgt>
                        <Cdtr>
                          <Nm>Jurgen Gross + Partner</Nm>
                        </Cdtr>
                        <CdtrAcct>
                          <Id>
                            <IBAN>DE89370400440532013000</IBAN>
                          </Id>
                        </CdtrAcct>
                        <RmtInf>
                          <Strd>
                            <CdtrRefInf>
                              <Tp>
                                <CdOrPrtry>
                                  <Cd>SCOR</Cd>
                                </CdOrPrtry>
                                <Issr>ISO</Issr>
                              </Tp>
                              <Ref>RF18539007547034</Ref>
                            </CdtrRefInf>
                          </Strd>
                        </RmtInf>
                      </CdtTrfTxInf>
                    </PmtInf>
                  </CstmrCdtTrfInitn>
                </Document>
                """);
    }

    @Test
    void crossBorderTransferReadsLikeThis() {
        Payment payment = Orders.to(
                Orders.payment(Rail.CROSS_BORDER, 8, "JPY 120000"),
                Orders.local("000123456789", "USABA", "021000021", "US"));
        assertThat(text(Rail.CROSS_BORDER, payment))
                .contains("""
                      <CdtTrfTxInf>
                        <PmtId>
                          <InstrId>NL-BV-20261125-01-00008</InstrId>
                          <EndToEndId>E2E0000008</EndToEndId>
                          <UETR>0f8fad5b-d9cb-469f-a165-000000000008</UETR>
                        </PmtId>
                        <Amt>
                          <InstdAmt Ccy="JPY">120000</InstdAmt>
                        </Amt>
                        <CdtrAgt>
                          <FinInstnId>
                            <ClrSysMmbId>
                              <ClrSysId>
                                <Cd>USABA</Cd>
                              </ClrSysId>
                              <MmbId>021000021</MmbId>
                            </ClrSysMmbId>
                          </FinInstnId>
                        </CdtrAgt>
                        <Cdtr>
                          <Nm>Jurgen Gross &amp; Partner</Nm>
                          <PstlAdr>
                            <StrtNm>Torstrasse</StrtNm>
                            <BldgNb>7a</BldgNb>
                            <PstCd>10119</PstCd>
                            <TwnNm>Berlin</TwnNm>
                            <Ctry>DE</Ctry>
                          </PstlAdr>
                        </Cdtr>
                        <CdtrAcct>
                          <Id>
                            <Othr>
                              <Id>000123456789</Id>
                            </Othr>
                          </Id>
                        </CdtrAcct>
                        <RmtInf>
                          <Ustrd>INV-2026-8</Ustrd>
                        </RmtInf>
                      </CdtTrfTxInf>
                """)
                .contains("<Cd>NURG</Cd>")
                .contains("<ChrgBr>SHAR</ChrgBr>")
                .contains("<Ccy>EUR</Ccy>");
    }

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        assertThat(text(Rail.CROSS_BORDER, Orders.payment(Rail.CROSS_BORDER, 1, "BHD 12.5")))
                .contains("<InstdAmt Ccy=\"BHD\">12.500</InstdAmt>", "<CtrlSum>12.500</CtrlSum>");
        assertThat(text(Rail.SEPA, Orders.payment(Rail.SEPA, 1, "EUR 999999999.99")))
                .contains("<InstdAmt Ccy=\"EUR\">999999999.99</InstdAmt>");
    }

    @Test
    void sepaBeyondTheEconomicAreaCarriesTheAddress() {
        Payment inside = Orders.payment(Rail.SEPA, 1, "EUR 1.00");
        assertThat(text(Rail.SEPA, inside)).doesNotContain("PstlAdr");
        assertThat(text(Rail.SEPA, Orders.to(inside, Orders.iban(Orders.CH, ""))))
                .containsOnlyOnce("<PstlAdr>")
                .contains("<TwnNm>Berlin</TwnNm>")
                .doesNotContain("CdtrAgt");
    }

    @Test
    void controlSumAddsTheBareNumbersOfAllBatches() {
        byte[] bytes = Orders.bytes(Orders.file(
                Rail.CROSS_BORDER,
                Orders.batch("B1", Orders.payment(Rail.CROSS_BORDER, 1, "BHD 1.001")),
                Orders.batch("B2", Orders.payment(Rail.CROSS_BORDER, 2, "JPY 700"))));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("<NbOfTxs>2</NbOfTxs>", "<CtrlSum>701.001</CtrlSum>");
    }

    @Test
    void longNamesAreCutToWhatTheRailCarries() {
        Payment payment = Orders.named(Orders.payment(Rail.SEPA, 1, "EUR 1.00"), "N".repeat(71));
        assertThat(text(Rail.SEPA, payment)).contains("<Nm>" + "N".repeat(70) + "</Nm>");
    }

    @Test
    void emptyPartsAreLeftOut() {
        Payment payment = Orders.payment(Rail.CROSS_BORDER, 1, "USD 1.00");
        payment = Orders.at(payment, new Address("", null, " ", "Dubai", null, "AE"));
        String text = text(Rail.CROSS_BORDER, Orders.saying(payment, " "));
        String creditor = text.substring(text.indexOf("<Cdtr>"));
        assertThat(creditor).doesNotContain("StrtNm", "PstCd", "RmtInf").contains("<TwnNm>Dubai</TwnNm>");
    }

    @Test
    void sameFileSameBytes() {
        assertThat(Orders.bytes(Orders.large(Rail.SEPA, 500))).isEqualTo(Orders.bytes(Orders.large(Rail.SEPA, 500)));
    }

    private static String text(Rail rail, Payment payment) {
        byte[] bytes = Orders.bytes(Orders.file(rail, Orders.batch("NL-BV-20261125-01-B1", payment)));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
