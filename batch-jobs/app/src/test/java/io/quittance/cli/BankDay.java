package io.quittance.cli;

import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.bankfile.BankFileReading;
import io.quittance.reconciliation.bankfile.BankFiles;
import io.quittance.reconciliation.simulation.BankSimulator;
import io.quittance.reconciliation.simulation.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * What the example banks answer to the files that the demo releases: the golden files of {@code fixtures/demo/bank}, and the
 * scenario of "The bank day" in {@code fixtures/README.md}.
 */
final class BankDay {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    /** Units of the account's currency that one unit costs at the bank: near the published rates, never the same. */
    private static final Map<String, String> RATES = Map.ofEntries(
            Map.entry("BHD/EUR", "2.2942"),
            Map.entry("CAD/EUR", "0.6251"),
            Map.entry("CHF/EUR", "1.0741"),
            Map.entry("INR/EUR", "0.009571"),
            Map.entry("JPY/EUR", "0.005591"),
            Map.entry("PLN/EUR", "0.23641"),
            Map.entry("SEK/EUR", "0.09132"),
            Map.entry("AUD/GBP", "0.4972"),
            Map.entry("INR/GBP", "0.008351"),
            Map.entry("JPY/GBP", "0.004879"),
            Map.entry("SEK/GBP", "0.07969"),
            Map.entry("USD/GBP", "0.7533"),
            Map.entry("AUD/SGD", "0.8592"),
            Map.entry("BHD/SGD", "3.4602"),
            Map.entry("INR/SGD", "0.014432"),
            Map.entry("JPY/SGD", "0.008430"),
            Map.entry("PLN/SGD", "0.35648"));

    private static final Map<String, String> OPENINGS = Map.of(
            "NL42TEST0201004178", "EUR 250000.00",
            "NL08TEST0201004305", "USD 40000.00",
            "GB13TEST60910431926801", "GBP 90000.00",
            "GB87TEST60910431926827", "EUR 20000.00",
            "0720031145", "SGD 120000.00",
            "0720031153", "USD 8000.00");

    private final Path outbox;

    BankDay(Path outbox) {
        this.outbox = outbox;
    }

    /** File name to content. */
    Map<String, byte[]> answers() throws IOException {
        Map<String, byte[]> answers = new TreeMap<>();
        for (Path run : list(outbox)) {
            List<Path> files = list(run).stream()
                    .filter(file -> file.toString().endsWith(".xml"))
                    .toList();
            if (!files.isEmpty()) {
                answer(run.getFileName().toString(), files, answers);
            }
        }
        return answers;
    }

    private static void answer(String run, List<Path> files, Map<String, byte[]> answers) throws IOException {
        Scenario day = scenario(DAY, 231);
        boolean dutch = run.startsWith("NL-BV");
        if (dutch) {
            day = day.rejecting(run + "-00012", "AC01").charging(run + "-00020", Money.parse("USD 15.00"));
        }
        List<byte[]> orders = new ArrayList<>();
        for (Path file : files) {
            byte[] order = Files.readAllBytes(file);
            orders.add(order);
            String name = file.getFileName().toString().replace(".xml", "");
            answers.put(DAY + "-1-" + name + ".pain002.xml", BankSimulator.statusReport(order, onlyFor(day, order)));
        }
        byte[] statement = BankSimulator.statement(orders, day);
        answers.put(DAY + "-2-" + run + ".camt053.xml", statement);
        if (dutch) {
            Scenario later = scenario(DAY.plusDays(1), 232).returning(run + "-00013", "AC04");
            for (Statement closed : statements(statement)) {
                later = later.opening(closed.account(), closed.closing());
            }
            answers.put(DAY.plusDays(1) + "-1-" + run + ".camt053.xml", BankSimulator.returns(orders, later));
        }
    }

    /** A status report speaks of one file only. */
    private static Scenario onlyFor(Scenario day, byte[] order) {
        String text = new String(order, java.nio.charset.StandardCharsets.UTF_8);
        Scenario own = scenario(DAY, 231);
        for (var rejected : day.rejected().entrySet()) {
            own = text.contains(rejected.getKey()) ? own.rejecting(rejected.getKey(), rejected.getValue()) : own;
        }
        return own;
    }

    private static Scenario scenario(LocalDate day, long sequence) {
        Scenario scenario = Scenario.of(day, sequence).accepting("ACSC");
        for (var rate : RATES.entrySet()) {
            scenario = scenario.rate(rate.getKey(), new BigDecimal(rate.getValue()));
        }
        for (var opening : OPENINGS.entrySet()) {
            scenario = scenario.opening(opening.getKey(), Money.parse(opening.getValue()));
        }
        return scenario;
    }

    private static List<Statement> statements(byte[] camt) {
        return ((BankFileReading.Statements) BankFiles.open("statement", new ByteArrayInputStream(camt))).statements();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Writes the golden files from a demo's outbox: run it after a change that moves references or amounts. */
    public static void main(String[] args) throws IOException {
        for (var answer : new BankDay(Path.of(args[0])).answers().entrySet()) {
            Files.write(Path.of(args[1]).resolve(answer.getKey()), answer.getValue());
        }
    }
}
