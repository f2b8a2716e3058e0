package io.quittance.tax.coverage;

import io.quittance.tax.coverage.Rows.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rates in force, since when rows are there, and how sure they are. */
final class RateSection implements Section {

    private static final String CLASS = "category";

    private final Rows rates;
    private final LocalDate on;

    RateSection(Rows rates, LocalDate on) {
        this.rates = rates;
        this.on = on;
    }

    @Override
    public String title() {
        return "Rates";
    }

    @Override
    public List<String> of(Payer payer) {
        Rows own = own(payer);
        if (own.isEmpty()) {
            return List.of("- no row of rates.csv: there is no VAT or GST, or its rates are not known");
        }
        var lines = new ArrayList<>(
                Section.head("class", "in force", "row", "rows", "earliest", "worst confidence", "source of the row"));
        classes(own).forEach((name, rows) -> lines.add(line(name, rows)));
        return lines;
    }

    private static Map<String, List<Row>> classes(Rows own) {
        Map<String, List<Row>> classes = new LinkedHashMap<>();
        own.all()
                .forEach(row -> classes.computeIfAbsent(named(row), name -> new ArrayList<>())
                        .add(row));
        return classes;
    }

    private static String named(Row row) {
        String name = row.text(CLASS).toLowerCase(Locale.ROOT).replace('_', ' ');
        return row.text("region").isEmpty() ? name : name + ", " + row.text("region");
    }

    private String line(String name, List<Row> rows) {
        Optional<Row> now = rows.stream().filter(row -> row.holdsOn(on)).findFirst();
        String earliest = rows.stream()
                .min(Comparator.comparing(row -> row.from().orElse(LocalDate.MIN)))
                .map(row -> row.text("valid_from").isEmpty() ? "start not stated" : row.text("valid_from"))
                .orElse("");
        return Section.line(
                name,
                now.map(row -> percent(row) + ", " + TreatmentSection.inForce(row))
                        .orElse("none"),
                now.map(row -> row.text("id")).orElse(""),
                rows.size(),
                earliest,
                Confidences.worst(rows),
                now.map(row -> row.text("source")).orElse(""));
    }

    private Rows own(Payer payer) {
        Rows series = rates.where(row -> row.text("country").equals(payer.area()));
        return series.where(row -> series.all().stream().noneMatch(other -> isCorrected(row, other)));
    }

    /** Whether another row of the same series, recorded later, says what holds on the day. */
    private boolean isCorrected(Row row, Row other) {
        return row.holdsOn(on)
                && other.holdsOn(on)
                && other.text("region").equals(row.text("region"))
                && other.text(CLASS).equals(row.text(CLASS))
                && other.text("recorded_at").compareTo(row.text("recorded_at")) > 0;
    }

    private static String percent(Row row) {
        String components = row.text("components");
        return row.text("rate_percent") + " %" + (components.isEmpty() ? "" : " (" + components + ")");
    }

    /** The standard rates in force, for the summary. */
    String standard(Payer payer) {
        List<BigDecimal> rates = own(payer).all().stream()
                .filter(row -> row.text(CLASS).equals("STANDARD") && row.holdsOn(on))
                .filter(row -> row.text("region").isEmpty() || !payer.part().equals(payer.code()))
                .map(row -> new BigDecimal(row.text("rate_percent")))
                .sorted()
                .toList();
        if (rates.isEmpty()) {
            return "none";
        }
        String last = rates.getLast().toPlainString() + " %";
        return rates.getFirst().compareTo(rates.getLast()) == 0
                ? last
                : rates.getFirst().toPlainString() + " to " + last;
    }

    String confidence(Payer payer) {
        return Confidences.worst(own(payer).where(row -> row.holdsOn(on)).all());
    }
}
