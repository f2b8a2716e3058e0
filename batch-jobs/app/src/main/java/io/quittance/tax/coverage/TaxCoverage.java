package io.quittance.tax.coverage;

import io.quittance.fx.table.FxTableFiles;
import io.quittance.fx.table.FxTables;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxTables;
import io.quittance.tax.coverage.Rows.Row;
import io.quittance.tax.table.TaxPolicyFiles;
import io.quittance.tax.table.TaxTableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page about what the tables of a configuration cover: a summary, then each jurisdiction. The same tables, the same page. */
public final class TaxCoverage {

    /** What stands for a region where the law asks for one. */
    private static final String ANY = "*";

    private final LocalDate on;
    private final List<Payer> payers;
    private final List<Payer> unsupported;
    private final List<Payer> heldParts;
    private final Hearing hearing;
    private final TreatmentSection treatments;
    private final RateSection rates;
    private final BoxSection boxes;
    private final GapSection gaps;
    private final Rows rules;
    private final List<TableSection> tables;
    private final List<Section> sections;

    private TaxCoverage(Path config, LocalDate on) throws IOException {
        this.on = on;
        Path tax = config.resolve("tax");
        TaxTables tables = TaxTableFiles.read(tax);
        FxTables fx = FxTableFiles.read(config.resolve("fx"));
        Rows territoryRows = Rows.read(tax.resolve("territories.csv"));
        List<Payer> territories = territories(territoryRows, on);
        this.hearing = new Hearing(
                new Hearing.Rules(TableTaxRules.of(tables), tables, TaxPolicyFiles.read(tax)), fx, on, territories);
        this.rules = Rows.read(tax.resolve("treatment-rules.csv"));
        this.treatments = new TreatmentSection(hearing, rules);
        this.rates = new RateSection(Rows.read(tax.resolve("rates.csv")), on);
        this.boxes = new BoxSection(Rows.read(tax.resolve("return-boxes.csv")), on);
        this.gaps = new GapSection(hearing);
        this.tables = List.of(
                NationalTables.taxPoints(tax, on),
                NationalTables.rounding(tax, on),
                NationalTables.recovery(tax, on),
                NationalTables.withholding(tax, on));
        this.sections = new ArrayList<>(List.of(treatments, rates));
        sections.addAll(this.tables);
        sections.addAll(List.of(new ExchangeSection(Rows.read(config.resolve("fx/policies.csv")), on), boxes, gaps));
        this.unsupported = territories.stream().filter(one -> !isSupported(one)).toList();
        this.heldParts = parts(territoryRows, on).stream()
                .filter(one -> !isSupported(one))
                .toList();
        this.payers = territories.stream().filter(this::isSupported).toList();
    }

    /**
     * The page of a configuration.
     *
     * @param config the folder
     * @param on the day whose rows count
     * @throws io.quittance.table.TableError when a table is not as it must be
     */
    public static String of(Path config, LocalDate on) throws IOException {
        return new TaxCoverage(config, on).page();
    }

    /** Parts of a country are no payers of their own here: the first one stands for all. */
    private static List<Payer> territories(Rows rows, LocalDate on) {
        List<Row> inForce = rows.where(row -> row.holdsOn(on)).all();
        return inForce.stream()
                .filter(row -> !isPart(row))
                .map(row -> payer(row, inForce))
                .distinct()
                .sorted(Comparator.comparing(Payer::code))
                .toList();
    }

    /** Provinces and states, each as a payer of its own. */
    private static List<Payer> parts(Rows rows, LocalDate on) {
        return rows.where(row -> row.holdsOn(on) && isPart(row)).all().stream()
                .map(row -> new Payer(
                        row.text("territory"), row.text("vat_area"), row.text("group"), row.text("territory")))
                .toList();
    }

    private static boolean isPart(Row row) {
        return row.text("territory").startsWith(row.text("vat_area") + "-");
    }

    private static boolean hasOwnRates(Row part, String area) {
        return part.text("vat_area").equals(area) && !part.text("region").isEmpty();
    }

    private static Payer payer(Row row, List<Row> inForce) {
        String code = row.text("territory");
        boolean partly = row.text("region").equals(ANY)
                || row.text("inward_region").equals(ANY)
                || inForce.stream().anyMatch(other -> isPart(other) && hasOwnRates(other, code));
        String part = inForce.stream()
                .filter(other ->
                        partly && isPart(other) && other.text("vat_area").equals(code))
                .map(other -> other.text("territory"))
                .findFirst()
                .orElse(code);
        return new Payer(code, row.text("vat_area"), row.text("group"), part);
    }

    /** A payer is supported when some purchase at home or from abroad is decided. */
    private boolean isSupported(Payer payer) {
        return List.of(Where.HOME, Where.ABROAD).stream()
                .flatMap(where ->
                        hearing
                                .of(payer, new Combination(where, VatStanding.REGISTERED, Subject.GENERAL, 100))
                                .stream())
                .anyMatch(Ruling::isDecided);
    }

    private String page() {
        var lines = new ArrayList<String>();
        lines.addAll(CoverageIntroduction.lines(on, payers.size()));
        lines.addAll(summary());
        lines.addAll(CoverageIntroduction.reasons());
        lines.addAll(gaps.reasons(payers, rules));
        for (Payer payer : payers) {
            lines.add("");
            lines.add("## " + payer.code());
            lines.addAll(sameAsItsArea(payer) ? List.of("", "As " + payer.area() + ".") : sections(payer));
        }
        lines.addAll(nobodyPays());
        lines.addAll(rowsForAll());
        return String.join("\n", lines) + "\n";
    }

    /** What would be said again in each section. */
    private List<String> rowsForAll() {
        var lines = new ArrayList<>(List.of("", "## Rows for all jurisdictions"));
        for (TableSection table : tables) {
            if (!table.ofAll().isEmpty()) {
                lines.addAll(List.of("", "**" + table.title() + "**", ""));
                lines.addAll(table.ofAll());
            }
        }
        lines.addAll(List.of("", "## Rows of treatment-rules.csv that were named", ""));
        lines.addAll(treatments.rows(
                Stream.concat(payers.stream(), heldParts.stream()).toList()));
        return lines;
    }

    /** Territories of which there are rows, but no purchase is decided. */
    private List<String> nobodyPays() {
        var lines = new ArrayList<>(List.of("", "## Where nobody may pay yet", ""));
        lines.add("Every purchase of a payer in one of these is held:");
        lines.add("");
        for (Payer one : Stream.concat(unsupported.stream(), heldParts.stream()).toList()) {
            lines.add("- " + one.code() + ": " + written(one, Where.HOME) + " at home, " + written(one, Where.ABROAD)
                    + " abroad");
        }
        lines.add("- every country without a row in `territories.csv`: Q701");
        return lines;
    }

    private List<String> sections(Payer payer) {
        var lines = new ArrayList<String>();
        for (Section section : sections) {
            List<String> said = section.of(payer);
            if (!said.isEmpty()) {
                lines.addAll(List.of("", "**" + section.title() + "**", ""));
                lines.addAll(said);
            }
        }
        return lines;
    }

    /** Monaco is France, the Isle of Man is the United Kingdom: nothing is said twice. */
    private boolean sameAsItsArea(Payer payer) {
        return payers.stream()
                .filter(other -> other.code().equals(payer.area()) && !other.equals(payer))
                .anyMatch(area -> sections(area).equals(sections(payer)));
    }

    private List<String> summary() {
        var lines = new ArrayList<>(Section.head(
                "payer in",
                "standard rate",
                "supplier at home",
                "in the union",
                "abroad",
                "abroad, payer deducts a part",
                "boxes",
                "rules, rates",
                "decided",
                Ruling.Answer.REFUSED.written(),
                Ruling.Answer.ASKS.written(),
                Ruling.Answer.NO_RULE.written()));
        for (Payer payer : payers) {
            Map<Ruling.Answer, Integer> count = gaps.count(payer);
            lines.add(Section.line(
                    payer.code(),
                    rates.standard(payer),
                    cell(payer, Where.HOME, 100),
                    cell(payer, Where.UNION, 100),
                    cell(payer, Where.ABROAD, 100),
                    cell(payer, Where.ABROAD, 50),
                    boxes.sourced(payer),
                    treatments.confidence(payer) + ", " + rates.confidence(payer),
                    number(count, Ruling.Answer.DECIDED),
                    number(count, Ruling.Answer.REFUSED),
                    number(count, Ruling.Answer.ASKS),
                    number(count, Ruling.Answer.NO_RULE)));
        }
        return lines;
    }

    private static String number(Map<Ruling.Answer, Integer> count, Ruling.Answer answer) {
        return String.valueOf(count.getOrDefault(answer, 0));
    }

    private String written(Payer payer, Where where) {
        return hearing.of(payer, new Combination(where, VatStanding.REGISTERED, Subject.GENERAL, 100))
                .map(Ruling::written)
                .orElse("-");
    }

    private String cell(Payer payer, Where where, int recovery) {
        return hearing.of(payer, new Combination(where, VatStanding.REGISTERED, Subject.GENERAL, recovery))
                .map(Ruling::outcome)
                .orElse("-");
    }
}
