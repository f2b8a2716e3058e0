package io.quittance.payment.pain001;

import static io.quittance.payment.Rail.CROSS_BORDER;
import static io.quittance.payment.Rail.SEPA;
import static io.quittance.payment.pain001.Orders.iban;
import static io.quittance.payment.pain001.Orders.local;
import static io.quittance.payment.pain001.Orders.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quittance.party.Address;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.PaymentFile;
import io.quittance.payment.Rail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, broken once. Most of these files would pass the ISO schema. */
class PaymentRulesTest {

    private static final Payment SEPA_OK = payment(SEPA, 1, "EUR 10.00");
    private static final Payment ABROAD_OK = payment(CROSS_BORDER, 1, "USD 10.00");
    private static final String UETR = ABROAD_OK.uetr();

    static Stream<Arguments> broken() {
        Address noTown = new Address("Street", "1", null, " ", null, "AE");
        Address longTown = new Address(null, null, null, "T".repeat(36), null, "AE");
        Address foreignTown = new Address(null, null, null, "东京", null, "JP");
        return Stream.of(
                arguments("InstdAmt is USD 10.00, but SEPA moves EUR only", payment(SEPA, 1, "USD 10.00")),
                arguments(
                        "InstdAmt is EUR 1000000000.00, above EUR 999999999.99", payment(SEPA, 1, "EUR 1000000000.00")),
                arguments(
                        "CdtrAcct US…6789 is no IBAN that SEPA covers",
                        Orders.to(SEPA_OK, local("123456789", "USABA", "021000021", "US"))),
                arguments("CdtrAcct AE…3456 is no IBAN that SEPA covers", Orders.to(SEPA_OK, iban(Orders.AE, ""))),
                arguments("PstlAdr lacks town", Orders.to(Orders.at(SEPA_OK, noTown), iban(Orders.CH, ""))),
                arguments("InstrId starts or ends with a slash", Orders.ids(SEPA_OK, "/1", "E", UETR)),
                arguments("EndToEndId starts or ends with a slash", Orders.ids(SEPA_OK, "1", "A//B", UETR)),
                arguments("EndToEndId has 36 characters", Orders.ids(SEPA_OK, "1", "E".repeat(36), UETR)),
                arguments("EndToEndId has a character outside", Orders.ids(SEPA_OK, "1", "Rechnung-für", UETR)),
                arguments("RmtInf has 141 characters", Orders.saying(SEPA_OK, "x".repeat(141))),
                arguments("Cdtr/Nm has no letter", Orders.named(SEPA_OK, "李明")),
                arguments("PstlAdr lacks town", Orders.at(ABROAD_OK, noTown)),
                arguments("PstlAdr has a part longer", Orders.at(ABROAD_OK, longTown)),
                arguments("PstlAdr has a town without a letter", Orders.at(ABROAD_OK, foreignTown)),
                arguments("UETR is no UUID", Orders.ids(ABROAD_OK, "1", "E", UETR.toUpperCase(Locale.ROOT))),
                arguments("CdtrAgt has neither BIC nor", Orders.to(ABROAD_OK, iban(Orders.AE, ""))),
                arguments(
                        "ClrSysMmbId has no number as USABA",
                        Orders.to(ABROAD_OK, local("12", "USABA", "02100002", "US"))),
                arguments(
                        "CdtrAcct US… is no account number",
                        Orders.to(ABROAD_OK, local("", "USABA", "021000021", "US"))),
                arguments(
                        "CdtrAcct US…1111 is no account",
                        Orders.to(ABROAD_OK, local("1".repeat(35), "USABA", "021000021", "US"))),
                arguments("InstdAmt has 19 digits", payment(CROSS_BORDER, 1, "BHD 1000000000000000.001")));
    }

    /** So that a proposal can leave the payment out, with the reason, before it plans a file. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void theSameRulesAreAskedBeforeThereIsAFile(String problem, Payment payment) {
        assertThat(PaymentCheck.breach(Orders.batch("B1", payment), payment).map(Breach::toString))
                .get(STRING)
                .contains(problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aPaymentThatBreaksARuleStopsTheFile(String problem, Payment payment) {
        refused(Orders.file(payment.rail(), Orders.batch("B1", payment)), problem)
                .hasMessageStartingWith(payment.id());
    }

    @Test
    void theNameAndTheAccountStayOutOfTheMessage() {
        Payment wrong = Orders.to(SEPA_OK, iban(Orders.AE, ""));
        refused(Orders.file(SEPA, Orders.batch("B1", wrong)), "")
                .message()
                .doesNotContain("70331234567", "Groß", "Gross");
    }

    @ParameterizedTest(name = "declared {0} x {1}: {2}")
    @CsvSource(textBlock = """
                    3, EUR 20.00, 'NbOfTxs declares 3, but 2 payments came'
                    1, EUR 20.00, 'NbOfTxs declares 1, but 2 payments came'
                    2, EUR 20.01, 'CtrlSum declares EUR 20.01, but the payments add up to EUR 20.00, difference EUR -0.01'
                    0, EUR 20.00, 'NbOfTxs is 0'
                    2, USD 20.00, 'InstdAmt is EUR 10.00 in a batch of USD 20.00'
                    """)
    void aBatchThatIsNotWhatItDeclaresStopsTheFile(int count, String sum, String problem) {
        List<Payment> payments = List.of(SEPA_OK, payment(SEPA, 2, "EUR 10.00"));
        refused(Orders.file(SEPA, Orders.batch("B1", count, Money.parse(sum), payments)), problem);
    }

    @Test
    void nothingIsOrderedTwice() {
        Payment sameEndToEnd = Orders.ids(SEPA_OK, "other", SEPA_OK.endToEndId(), UETR);
        Payment sameInstruction = Orders.ids(SEPA_OK, SEPA_OK.id(), "other", UETR);
        refused(Orders.file(SEPA, Orders.batch("B1", SEPA_OK), Orders.batch("B2", sameEndToEnd)), "used twice");
        refused(Orders.file(SEPA, Orders.batch("B1", SEPA_OK, sameInstruction)), "used twice");
        refused(
                Orders.file(SEPA, Orders.batch("B1", SEPA_OK), Orders.batch("B1", payment(SEPA, 2, "EUR 1.00"))),
                "PmtInfId is used twice");
    }

    @Test
    void railsAreNotMixed() {
        refused(Orders.file(SEPA, Orders.batch("B1", payment(CROSS_BORDER, 1, "EUR 1.00"))), "goes by CROSS_BORDER");
    }

    @Test
    void headerKeepsTheRulesToo() {
        PaymentBatch batch = Orders.batch("B1", SEPA_OK);
        LocalDateTime created = LocalDateTime.of(2026, 11, 24, 0, 0);
        refused(new PaymentFile("a_b", created, "X", SEPA, List.of(batch)), "MsgId has a character");
        refused(new PaymentFile("M", created, "X", SEPA, List.of()), "PmtInf is missing");
        refused(new PaymentFile("M", created, "…", SEPA, List.of(batch)), "InitgPty/Nm has no letter");
        refused(Orders.file(SEPA, Orders.batch("/B", SEPA_OK)), "PmtInfId starts or ends");
    }

    @Test
    void onlyAbroadAnAccountWithoutIbanMayPay() {
        PaymentBatch plain = Orders.batch("B1", SEPA_OK);
        refused(Orders.file(SEPA, Orders.paidFrom(plain, "0720031145")), "DbtrAcct is no account number");
        byte[] bytes =
                Orders.bytes(Orders.file(CROSS_BORDER, Orders.paidFrom(Orders.batch("B1", ABROAD_OK), "0720031145")));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).containsPattern("<Othr>\\s*<Id>0720031145</Id>");
    }

    @Test
    void aBrokenFileIsNeverComplete() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PaymentFile file = Orders.file(SEPA, Orders.batch("B1", 2, Money.parse("EUR 10.00"), List.of(SEPA_OK)));
        assertThatThrownBy(() -> new Pain001Writer().write(file, bytes)).isInstanceOf(BrokenRuleException.class);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("</Document>");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(PaymentFile file, String problem) {
        return assertThatThrownBy(() -> Orders.bytes(file))
                .isInstanceOf(BrokenRuleException.class)
                .hasMessageContaining(problem);
    }

    static {
        assertThat(Rail.values()).as("a new rail needs a table of broken rules").hasSize(2);
    }
}
