package io.quittance.payment.pain001;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.PaymentFile;
import io.quittance.payment.Rail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pain001ReaderTest {

    private static final List<CurrencyUnit> CURRENCIES =
            List.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.JPY, CurrencyUnit.of("BHD"), CurrencyUnit.GBP);

    /** Whatever is written is read back: payment for payment, and in sum. */
    @Test
    void writtenIsRead() throws IOException {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 60; round++) {
            List<Payment> payments = new ArrayList<>();
            List<PaymentBatch> batches = new ArrayList<>();
            SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
            for (int b = 0; b <= random.nextInt(4); b++) {
                CurrencyUnit currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
                List<Payment> some = some(random, currency, payments.size());
                batches.add(Orders.batch("B" + b, some.toArray(Payment[]::new)));
                some.forEach(payment -> sums.merge(currency, payment.amount(), Money::plus));
                payments.addAll(some);
            }
            PaymentFile file = Orders.file(Rail.CROSS_BORDER, batches.toArray(PaymentBatch[]::new));
            List<FileOrder> orders = new ArrayList<>();
            Pain001Totals totals = Pain001Reader.read(Orders.stream(file), orders::add);
            assertThat(totals.sums()).isEqualTo(sums);
            assertThat(totals.count()).isEqualTo(payments.size());
            assertThat(totals.messageId()).isEqualTo(file.messageId());
            assertThat(totals.agree()).isTrue();
            assertThat(orders)
                    .extracting(FileOrder::amount)
                    .isEqualTo(payments.stream().map(Payment::amount).toList());
            assertThat(orders)
                    .extracting(FileOrder::endToEndId)
                    .isEqualTo(payments.stream().map(Payment::endToEndId).toList());
            assertThat(orders).extracting(FileOrder::account).containsOnly(Orders.AE);
        }
    }

    private static List<Payment> some(SplittableRandom random, CurrencyUnit currency, int from) {
        List<Payment> some = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(30); i++) {
            Money amount = Money.ofMinor(currency, random.nextLong(1, 1_000_000_000_000L));
            some.add(Orders.payment(Rail.CROSS_BORDER, from + i, amount.toString()));
        }
        return some;
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
                    <CdtTrfTxInf>                 | <CdtTrfTxInf xmlns="urn:other">  | is in namespace urn:other
                    <EndToEndId>E2E0000001</EndToEndId> | <EndToEndId></EndToEndId>  | lacks amount
                    pain.001.001.09"              | pain.001.001.03"                 | is in namespace
                    <Document                     | <!DOCTYPE x><Document            | DOCTYPE
                    """)
    void refusesWhatIsNotOurs(String from, String to, String problem) {
        String text = new String(Orders.bytes(one()), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        assertThatThrownBy(() -> Pain001Reader.totals(stream(text.replace(from, to))))
                .hasMessageContaining(problem);
    }

    @Test
    void seesAWrongControlSum() throws IOException {
        String text = new String(Orders.bytes(one()), StandardCharsets.UTF_8);
        Pain001Totals totals = Pain001Reader.totals(stream(text.replaceFirst("<CtrlSum>10.00<", "<CtrlSum>10.01<")));
        assertThat(totals.agree()).isFalse();
        assertThat(totals.declaredSum()).isEqualTo(new BigDecimal("10.01"));
        assertThat(totals.sums()).containsEntry(CurrencyUnit.EUR, Money.parse("EUR 10.00"));
    }

    @Test
    void refusesACutFile() {
        String text = new String(Orders.bytes(one()), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Pain001Reader.totals(stream(text.substring(0, text.length() - 20))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anOrderDoesNotShowItsAccount() {
        assertThat(new FileOrder("B", "I", "E", Money.parse("EUR 1.00"), Orders.DE).toString())
                .doesNotContain("3704");
    }

    private static PaymentFile one() {
        return Orders.file(Rail.SEPA, Orders.batch("B1", Orders.payment(Rail.SEPA, 1, "EUR 10.00")));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One figure or digit is changed in a good file. No schema sees any of these. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "<NbOfTxs>2</NbOfTxs><CtrlSum>30.00</CtrlSum><InitgPty>, <NbOfTxs>2</NbOfTxs><CtrlSum>30.01</CtrlSum><InitgPty>",
        "<NbOfTxs>2</NbOfTxs><CtrlSum>30.00</CtrlSum><InitgPty>, <NbOfTxs>3</NbOfTxs><CtrlSum>30.00</CtrlSum><InitgPty>",
        "<NbOfTxs>2</NbOfTxs><CtrlSum>30.00</CtrlSum><PmtTpInf>, <NbOfTxs>2</NbOfTxs><CtrlSum>29.00</CtrlSum><PmtTpInf>",
        "<NbOfTxs>2</NbOfTxs><CtrlSum>30.00</CtrlSum><PmtTpInf>, <NbOfTxs>1</NbOfTxs><CtrlSum>30.00</CtrlSum><PmtTpInf>",
        "<CtrlSum>30.00</CtrlSum><PmtTpInf>, <PmtTpInf>"
    })
    void aControlSumThatIsNotThatOfThePaymentsIsSeen(String right, String wrong) throws IOException {
        String text = two().replaceAll(">\\s+<", "><");
        assertThat(text).contains(right);
        assertThat(totals(text).agree()).isTrue();
        assertThat(totals(text.replace(right, wrong)).agree()).isFalse();
    }

    @Test
    void anIbanWithWrongCheckDigitsIsRefusedAndNotTold() throws IOException {
        String text = two().replace(Orders.DE, "DE88370400440532013000");
        assertThatThrownBy(() -> totals(text))
                .isInstanceOf(BrokenRuleException.class)
                .hasMessageContaining("check digits")
                .hasMessageNotContaining("3704");
    }

    /** Found by fuzzing: each of them was a crash of Java's own, or needed memory without end. */
    @ParameterizedTest
    @CsvSource({
        ">20.00<, >1e999999999<, is no plain decimal",
        ">20.00<, >NaN<, is no plain decimal",
        ">20.00<, >-20.00<, is no plain decimal",
        ">20.00<, >20.001<, is no amount",
        "Ccy=\"EUR\", Ccy=\"XYQ\", is no amount",
        "Ccy=\"EUR\", Cyy=\"EUR\", is no amount",
        "<NbOfTxs>2<, <NbOfTxs>two<, is no number of payments",
        "<CtrlSum>30.00<, <CtrlSum><, is no plain decimal",
    })
    void whatIsNoFigureIsNamed(String right, String wrong, String problem) throws IOException {
        String text = two().replace(right, wrong);
        assertThatThrownBy(() -> totals(text))
                .isInstanceOf(BrokenRuleException.class)
                .hasMessageContaining(problem);
    }

    private static String two() throws IOException {
        PaymentFile file = Orders.file(
                Rail.SEPA,
                Orders.batch(
                        "B1", Orders.payment(Rail.SEPA, 1, "EUR 10.00"), Orders.payment(Rail.SEPA, 2, "EUR 20.00")));
        return new String(Orders.stream(file).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Pain001Totals totals(String text) throws IOException {
        return Pain001Reader.totals(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
