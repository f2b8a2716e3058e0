package io.quittance.reconciliation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.Rail;
import io.quittance.payment.pain001.Orders;
import io.quittance.payment.pain001.SchemaCheck;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.Statement.Transaction;
import io.quittance.reconciliation.StatusReport.Level;
import io.quittance.reconciliation.StatusReport.Status;
import io.quittance.reconciliation.bankfile.BankFileReading.Statements;
import io.quittance.reconciliation.bankfile.BankFileReading.StatusReports;
import io.quittance.reconciliation.bankfile.BankFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class BankSimulatorTest {

    private static final Scenario DAY = Scenario.of(LocalDate.of(2026, 11, 25), 229)
            .opening(Orders.NL, Money.parse("EUR 1000.00"))
            .rate("USD/EUR", new BigDecimal("0.92"))
            .rejecting("E2E0000002", "AC01")
            .returning("NL-BV-20261125-01-00003", "AC04")
            .charging("E2E0000001", Money.parse("EUR 2.50"));

    private static final byte[] FILE = Orders.bytes(Orders.file(
            Rail.CROSS_BORDER,
            Orders.batch("B1", order(1, "USD 100.00"), order(2, "USD 50.00"), order(3, "USD 10.01"))));

    private static Payment order(int number, String amount) {
        return Orders.payment(Rail.CROSS_BORDER, number, amount);
    }

    @Test
    void reportsEveryPayment() throws IOException {
        byte[] report = BankSimulator.statusReport(FILE, DAY);
        assertThat(SchemaCheck.pain002(new ByteArrayInputStream(report))).isEmpty();
        StatusReports read = (StatusReports) BankFiles.open("s", new ByteArrayInputStream(report));
        assertThat(read.reports().getFirst().originalMessageId()).isEqualTo("NL-BV-20261125-01-F1");
        assertThat(read.reports().getFirst().statements())
                .extracting(Status::code)
                .containsExactly("PART", "PART", "ACSP", "RJCT", "ACSP");
        Status rejected = read.reports().getFirst().statements().get(3);
        assertThat(rejected.level()).isEqualTo(Level.TRANSACTION);
        assertThat(rejected.endToEndId()).isEqualTo("E2E0000002");
        assertThat(rejected.reasons().getFirst().code()).isEqualTo("AC01");
    }

    /** 1000.00 - (92.00 + 2.50) - 9.21 + 9.21 back: 10.01 x 0.92 = 9.2092. */
    @Test
    void booksWithRateChargeAndReturn() {
        Statement statement = statement(FILE, DAY);
        assertThat(statement.entries())
                .extracting(Entry::amount)
                .containsExactly(Money.parse("EUR -94.50"), Money.parse("EUR -9.21"), Money.parse("EUR 9.21"));
        assertThat(statement.closing()).isEqualTo(Money.parse("EUR 905.50"));
        Transaction charged = statement.entries().getFirst().transactions().getFirst();
        assertThat(charged.instructed()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(charged.charges()).isEqualTo(Money.parse("EUR 2.50"));
        assertThat(charged.endToEndId()).isEqualTo("E2E0000001");
        Entry back = statement.entries().getLast();
        assertThat(back.reversal()).isTrue();
        assertThat(back.family()).isEqualTo("PMNT-ICDT-RRTN");
        assertThat(back.transactions().getFirst().returnReason()).isEqualTo("AC04");
    }

    @Test
    void booksABatchAsOneSumWithoutTheRejected() {
        Payment one = Orders.payment(Rail.SEPA, 1, "EUR 10.00");
        Payment two = Orders.payment(Rail.SEPA, 2, "EUR 20.00");
        Payment three = Orders.payment(Rail.SEPA, 3, "EUR 30.00");
        PaymentBatch plain = Orders.batch("B1", one, two, three);
        PaymentBatch batch = new PaymentBatch(
                plain.id(),
                plain.debtorName(),
                plain.debtorAddress(),
                plain.debtorAccount(),
                plain.executionDate(),
                true,
                plain.count(),
                plain.sum(),
                plain.payments());
        Statement statement = statement(Orders.bytes(Orders.file(Rail.SEPA, batch)), DAY);
        Entry sum = statement.entries().getFirst();
        assertThat(sum.amount()).isEqualTo(Money.parse("EUR -42.50"));
        assertThat(sum.transactions()).isEmpty();
        assertThat(sum.batch())
                .isEqualTo(new Statement.Batch("NL-BV-20261125-01-F1", "B1", 2, Money.parse("EUR 42.50")));
        assertThat(statement.closing()).isEqualTo(Money.parse("EUR 957.50"));
    }

    @Test
    void returnsMayComeOnALaterDay() {
        Scenario later = Scenario.of(LocalDate.of(2026, 11, 26), 230)
                .opening(Orders.NL, Money.parse("EUR 896.29"))
                .rate("USD/EUR", new BigDecimal("0.92"))
                .returning("NL-BV-20261125-01-00003", "AC04");
        byte[] bytes = BankSimulator.returns(List.of(FILE), later);
        Statement statement = ((Statements) BankFiles.open("c", new ByteArrayInputStream(bytes)))
                .statements()
                .getFirst();
        assertThat(statement.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.amount()).isEqualTo(Money.parse("EUR 9.21")));
        assertThat(statement.closing()).isEqualTo(Money.parse("EUR 905.50"));
    }

    @Test
    void anAccountWithoutIbanHasStatementsToo() {
        byte[] file = Orders.bytes(Orders.file(
                Rail.CROSS_BORDER, Orders.paidFrom(Orders.batch("B1", order(1, "SGD 5.00")), "0720031145")));
        Scenario day = Scenario.of(DAY.day(), 1)
                .opening("0720031145", Money.parse("SGD 10.00"))
                .accepting("ACSC");
        byte[] report = BankSimulator.statusReport(file, day);
        byte[] booked = BankSimulator.statement(List.of(file), day);
        Statement statement = ((Statements) BankFiles.open("c", new ByteArrayInputStream(booked)))
                .statements()
                .getFirst();
        assertThat(statement.account()).isEqualTo("0720031145");
        assertThat(statement.closing()).isEqualTo(Money.parse("SGD 5.00"));
        assertThat(new String(report, StandardCharsets.UTF_8)).contains("<TxSts>ACSC<");
    }

    @Test
    void openingAndEntriesMakeTheClosingBalance() {
        Statement statement = statement(FILE, DAY);
        Money sum = statement.entries().stream().map(Entry::amount).reduce(statement.opening(), Money::plus);
        assertThat(sum).isEqualTo(statement.closing());
    }

    @Test
    void sameScenarioSameBytes() {
        assertThat(BankSimulator.statement(List.of(FILE), DAY)).isEqualTo(BankSimulator.statement(List.of(FILE), DAY));
        assertThat(BankSimulator.statusReport(FILE, DAY)).isEqualTo(BankSimulator.statusReport(FILE, DAY));
    }

    @Test
    void allOrNothingAtTheUpperLevels() {
        Scenario calm = Scenario.of(DAY.day(), 1);
        Scenario grim = calm.rejecting("E2E0000001", "AM05")
                .rejecting("E2E0000002", "AM05")
                .rejecting("E2E0000003", "AM05");
        assertThat(new String(BankSimulator.statusReport(FILE, calm), StandardCharsets.UTF_8))
                .contains("<GrpSts>ACSP<");
        assertThat(new String(BankSimulator.statusReport(FILE, grim), StandardCharsets.UTF_8))
                .contains("<GrpSts>RJCT<");
    }

    @Test
    void aScenarioThatDoesNotFitIsRefused() {
        Scenario typo = DAY.rejecting("E2E000000X", "AC01");
        Scenario noRate = Scenario.of(DAY.day(), 1).opening(Orders.NL, Money.parse("EUR 1.00"));
        assertThatThrownBy(() -> BankSimulator.statement(List.of(FILE), typo)).hasMessageContaining("E2E000000X");
        assertThatThrownBy(() -> BankSimulator.statement(List.of(FILE), noRate)).hasMessageContaining("USD/EUR");
        assertThatThrownBy(() -> BankSimulator.statement(List.of("<a/>".getBytes(StandardCharsets.UTF_8)), DAY))
                .hasMessageContaining("no pain.001");
    }

    @Test
    void theStatementIsValid() throws SAXException, IOException {
        Path xsd = Path.of(System.getProperty("quittance.root", "."))
                .resolveSibling("shared/reference/iso20022/camt/camt.053.001.08.xsd")
                .normalize();
        assumeTrue(Files.isReadable(xsd), xsd + " is not here: nothing to validate with");
        SchemaFactory.newDefaultInstance()
                .newSchema(xsd.toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(BankSimulator.statement(List.of(FILE), DAY))));
    }

    private static Statement statement(byte[] pain001, Scenario scenario) {
        Scenario fitting = new Scenario(
                scenario.day(),
                scenario.sequence(),
                scenario.acceptance(),
                scenario.openings(),
                scenario.rates(),
                scenario.rejected(),
                pain001 == FILE ? scenario.returned() : Map.of(),
                scenario.charges());
        byte[] bytes = BankSimulator.statement(List.of(pain001), fitting);
        return ((Statements) BankFiles.open("c", new ByteArrayInputStream(bytes)))
                .statements()
                .getFirst();
    }
}
