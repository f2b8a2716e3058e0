package io.quittance.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.fx.Rate;
import io.quittance.fx.RateSheet;
import io.quittance.fx.ecb.EcbHistory;
import io.quittance.fx.hmrc.HmrcMonthly;
import io.quittance.fx.peg.PegFile;
import io.quittance.payment.Rail;
import io.quittance.payment.pain001.BrokenRuleException;
import io.quittance.payment.pain001.FileOrder;
import io.quittance.payment.pain001.Orders;
import io.quittance.payment.pain001.Pain001Reader;
import io.quittance.payment.pain001.SchemaCheck;
import io.quittance.reconciliation.StatusOutcome;
import io.quittance.reconciliation.bankfile.BankFileReading;
import io.quittance.reconciliation.bankfile.BankFiles;
import io.quittance.reconciliation.simulation.BankSimulator;
import io.quittance.reconciliation.simulation.Scenario;
import io.quittance.table.TableError;
import io.quittance.testkit.fuzz.FuzzTarget;
import io.quittance.testkit.fuzz.FuzzTarget.Outcome;
import io.quittance.testkit.fuzz.Mutation;
import io.quittance.testkit.fuzz.Tokens;
import io.quittance.testkit.fuzz.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** What banks and publishers of rates send, and the tables that an operator writes. */
final class OtherTargets {

    private static final byte[] ORDERS = Orders.bytes(Orders.file(
            Rail.CROSS_BORDER,
            Orders.batch(
                    "B1",
                    Orders.payment(Rail.CROSS_BORDER, 1, "USD 100.00"),
                    Orders.payment(Rail.CROSS_BORDER, 2, "USD 50.00"))));

    private static final Scenario DAY = Scenario.of(LocalDate.of(2026, 11, 25), 229)
            .opening(Orders.NL, Money.parse("EUR 1000.00"))
            .rate("USD/EUR", new java.math.BigDecimal("0.92"))
            .rejecting("E2E0000002", "AC01")
            .returning("NL-BV-20261125-01-00001", "AC04")
            .charging("E2E0000001", Money.parse("EUR 2.50"));

    private static final String ECB = """
            Date,USD,JPY,GBP,
            2026-11-24,1.0850,162.35,0.8371,
            2026-11-23,1.0841,N/A,0.8369,
            """;

    private static final String HMRC = """
            Country/Territories,Currency,Currency Code,Currency Units per £1,Start date,End date
            Eurozone,Euro,EUR,1.1420,01/11/2026,30/11/2026
            "Korea, South",Won,KRW,1795.6,01/11/2026,30/11/2026
            """;

    private static final String PEGS = """
            currency,base,units_per_base,since,authority,source
            AED,USD,3.6725,1997-11-01,Central Bank of the UAE,https://example.org
            BGN,EUR,1.95583,1999-01-01,Bulgarian National Bank,law
            """;

    private static final Mutation TABLE = Mutation.oneOf(Tokens.ANY, Tokens.LINES, Tokens.SEPARATORS);

    private OtherTargets() {}

    /** Reads a stream to its end. */
    @FunctionalInterface
    private interface Reading {
        Outcome of(InputStream in) throws IOException;
    }

    static List<FuzzTarget> all() {
        return List.of(
                target(
                        "camt053",
                        Xml.ANY,
                        OtherTargets::bank,
                        BankSimulator.statement(List.of(ORDERS), DAY),
                        BankSimulator.returns(List.of(ORDERS), DAY)),
                target("pain002", Xml.ANY, OtherTargets::bank, BankSimulator.statusReport(ORDERS, DAY)),
                target("pain001", Xml.ANY, OtherTargets::orders, ORDERS),
                target("schema", Xml.ANY, OtherTargets::schema, ORDERS),
                target("ecb", TABLE, in -> rates(EcbHistory.read(in, "ecb.csv")), ECB.getBytes(UTF_8)),
                target("hmrc", TABLE, in -> rates(HmrcMonthly.read(in, "hmrc.csv")), HMRC.getBytes(UTF_8)),
                target("pegs", TABLE, OtherTargets::pegs, PEGS.getBytes(UTF_8)));
    }

    private static FuzzTarget target(String name, Mutation mutation, Reading reading, byte[]... seeds) {
        return new FuzzTarget(name, List.of(seeds), mutation, input -> reading.of(new ByteArrayInputStream(input)));
    }

    private static Outcome bank(InputStream in) {
        return switch (BankFiles.open("bank.xml", in)) {
            case BankFileReading.Refused(var findings) -> {
                assertThat(findings).isNotEmpty();
                yield new Outcome(findings.toString(), false);
            }
            case BankFileReading.Statements statements -> new Outcome(statements.toString(), true);
            case BankFileReading.StatusReports(var reports) -> {
                reports.forEach(report -> report.statements().forEach(status -> {
                    StatusOutcome.of(status);
                    StatusOutcome.saysMoneyLeft(status);
                }));
                yield new Outcome(reports.toString(), true);
            }
        };
    }

    /** Our own file is read again before it leaves; what is wrong with it ends the release, by one of two exceptions. */
    private static Outcome orders(InputStream in) {
        var orders = new ArrayList<FileOrder>();
        try {
            return new Outcome(Pain001Reader.read(in, orders::add) + " " + orders, true);
        } catch (BrokenRuleException | IOException refused) {
            return new Outcome(String.valueOf(refused.getMessage()), false);
        }
    }

    private static Outcome schema(InputStream in) throws IOException {
        List<String> complaints = SchemaCheck.pain001(in);
        return new Outcome(complaints.toString(), complaints.isEmpty());
    }

    private static Outcome rates(RateSheet sheet) {
        for (Rate rate : sheet.rates()) {
            assertThat(rate.value()).isPositive();
            assertThat(rate.to()).isAfterOrEqualTo(rate.from());
        }
        assertThat(sheet.rates().isEmpty() && sheet.findings().isEmpty()).isFalse();
        return new Outcome(sheet.toString(), !sheet.rates().isEmpty());
    }

    private static Outcome pegs(InputStream in) throws IOException {
        try {
            return new Outcome(PegFile.read(in, "pegs.csv").toString(), true);
        } catch (TableError refused) {
            return new Outcome(refused.getMessage(), false);
        }
    }
}
