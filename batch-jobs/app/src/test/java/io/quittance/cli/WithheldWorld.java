package io.quittance.cli;

import io.quittance.reconciliation.simulation.BankSimulator;
import io.quittance.reconciliation.simulation.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * A night of payers whose laws keep tax back, to be killed in: income tax and two thirds of the VAT (Mexico), a yearly limit that the
 * second of two invoices passes (India), a fee that is net of tax (United States), tax in another currency than the invoice's (Spain).
 * Then the bank pays the American, refuses the Indian and gives the Mexican payment back.
 */
final class WithheldWorld {

    /** Those that are released and answered. */
    static final List<String> RUNS = List.of("IN-PVT-20261125-01", "MX-SA-20261125-01", "US-INC-20261125-01");

    private static final LocalDate PAY_DAY = LocalDate.of(2026, 11, 25);
    private static final Map<String, String> OPENINGS = Map.of(
            "0720039001", "MXN 100000.00",
            "0720039002", "INR 900000.00",
            "0720039004", "USD 90000.00");
    /** What the Mexican account has after its payment. */
    private static final String AFTER_MEXICO = "MXN 90466.67";

    private static final String REFUSED = "IN-PVT-20261125-01-00001";
    private static final String RETURNED = "MX-SA-20261125-01-00001";

    private WithheldWorld() {}

    /** The post of the evening before; of the Dutch payer two, whose return has something to round. */
    static void drop(Path inbox) throws IOException {
        WithholdingCompany.drop(
                inbox,
                "withheld.csv",
                List.of(
                        WithholdingCompany.invoice(
                                "MX-SA,W-MX,Rosa Mendoza Faro,CT-W-MX", "MX-1,MXN,10000.00,S,16,1600.00"),
                        WithholdingCompany.invoice(
                                "IN-PVT,W-IN,Banyan Code Works,CT-W-IN", "IN-1,INR,30000.00,S,18,5400.00"),
                        WithholdingCompany.invoice(
                                "IN-PVT,W-IN,Banyan Code Works,CT-W-IN", "IN-2,INR,31000.00,S,18,5580.00"),
                        WithholdingCompany.invoice(
                                "ES-SL,C1201,Blue Mesa Consulting LLC,CT-W-ESUS", "BM-1,USD,1000.00,O,,0.00"),
                        WithholdingCompany.invoice("US-INC,C1202,Dana Whitfield,CT-W-US", "DW-1,USD,3000.00,O,,0.00"),
                        WithholdingCompany.invoice("US-INC,W-GB,Elsie Marlow,CT-W-GBUS", "EM-2,USD,700.00,O,,0.00"),
                        WithholdingCompany.invoice("US-INC,W-GB,Elsie Marlow,CT-W-GBNET", "EM-3,USD,70.00,O,,0.00"),
                        WithholdingCompany.invoice(
                                "NL-BV,C1001,Jansen Softwarebouw B.V.,CT-1001-NL", "JS-1,EUR,100.90,S,21,21.19"),
                        WithholdingCompany.invoice(
                                "NL-BV,C1011,Brandt & Köhler GmbH,CT-1011-NL", "BK-1,EUR,200.45,AE,0,0.00")));
    }

    /** What the bank says to the runs that were released. */
    static void answer(Path home) throws IOException {
        Path inbox = Files.createDirectories(home.resolve("inbox/bank"));
        Scenario scenario = Scenario.of(PAY_DAY, 1)
                .accepting("ACSC")
                .rate("USD/EUR", new BigDecimal("0.8600"))
                .rejecting(REFUSED, "AC01");
        for (Map.Entry<String, String> opening : OPENINGS.entrySet()) {
            scenario = scenario.opening(opening.getKey(), Money.parse(opening.getValue()));
        }
        List<byte[]> orders = orders(home, "");
        for (byte[] order : orders) {
            if (new String(order, StandardCharsets.UTF_8).contains(REFUSED)) {
                Files.write(
                        inbox.resolve("2026-11-25-1-withheld.pain002.xml"),
                        BankSimulator.statusReport(order, scenario));
            }
        }
        Files.write(inbox.resolve("2026-11-25-2-withheld.camt053.xml"), BankSimulator.statement(orders, scenario));
        Scenario back =
                Scenario.of(PAY_DAY, 2).returning(RETURNED, "AC04").opening("0720039001", Money.parse(AFTER_MEXICO));
        Files.write(
                inbox.resolve("2026-11-25-3-withheld.camt053.xml"), BankSimulator.returns(orders(home, "MX-SA"), back));
    }

    private static List<byte[]> orders(Path home, String entity) throws IOException {
        List<byte[]> orders = new ArrayList<>();
        for (Path file : ProgramProcess.files(home.resolve("outbox/payments"))) {
            String run = file.getParent().getFileName().toString();
            if (RUNS.contains(run) && run.startsWith(entity) && file.toString().endsWith(".xml")) {
                orders.add(Files.readAllBytes(file));
            }
        }
        return orders;
    }
}
