package io.quittance.tax.coverage;

import io.quittance.party.Contractor.VatStanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Treatments, with the rows that decide them, and when the payer's right to deduct changes them. */
final class TreatmentSection implements Section {

    private final Hearing hearing;
    private final Rows rules;

    TreatmentSection(Hearing hearing, Rows rules) {
        this.hearing = hearing;
        this.rules = rules;
    }

    @Override
    public String title() {
        return "Treatments and what triggers them";
    }

    @Override
    public List<String> of(Payer payer) {
        var lines = new ArrayList<>(Section.head("supplier", "service", "registered", "small business", "not taxable"));
        for (Where where : Where.values()) {
            Map<List<String>, List<Subject>> kinds = new LinkedHashMap<>();
            for (Subject subject : Subject.ALL) {
                List<String> cells = cells(payer, where, subject);
                if (!cells.isEmpty()) {
                    kinds.computeIfAbsent(cells, alike -> new ArrayList<>()).add(subject);
                }
            }
            kinds.forEach((cells, services) -> lines.add(Section.line(
                    where.written(), Subject.written(services), cells.get(0), cells.get(1), cells.get(2))));
        }
        return lines;
    }

    private List<String> cells(Payer payer, Where where, Subject subject) {
        var cells = new ArrayList<String>();
        for (VatStanding standing : VatStanding.values()) {
            List<Ruling> rulings = rulings(payer, where, standing, subject);
            if (rulings.isEmpty()) {
                return List.of();
            }
            cells.add(cell(rulings));
        }
        return cells;
    }

    private List<Ruling> rulings(Payer payer, Where where, VatStanding standing, Subject subject) {
        var rulings = new ArrayList<Ruling>();
        for (int recovery : Combination.RECOVERIES) {
            hearing.of(payer, new Combination(where, standing, subject, recovery))
                    .ifPresent(rulings::add);
        }
        return rulings;
    }

    /** The treatment; where it depends on the right to deduct, those of all, a part and nothing. */
    private static String cell(List<Ruling> rulings) {
        if (new LinkedHashSet<>(rulings).size() == 1) {
            return written(rulings.getFirst());
        }
        return "deducts all: %s; a part: %s; nothing: %s"
                .formatted(written(rulings.get(0)), written(rulings.get(1)), written(rulings.get(2)));
    }

    private static String written(Ruling ruling) {
        return ruling.isDecided() ? ruling.written() : "**" + ruling.written() + "**";
    }

    /** The rows that were named for any of these payers: law, source, confidence. */
    List<String> rows(List<Payer> payers) {
        var lines = new ArrayList<>(Section.head("row", "law", "in force", "source", "confidence"));
        var named = new TreeSet<String>();
        payers.forEach(payer -> named.addAll(ids(payer)));
        for (String id : named) {
            rules.withId(id)
                    .ifPresent(row -> lines.add(Section.line(
                            id, row.text("basis"), inForce(row), row.text("source"), row.text("confidence"))));
        }
        return lines;
    }

    static String inForce(Rows.Row row) {
        return row.text("valid_from").isEmpty()
                ? "start not stated" + (row.text("valid_to").isEmpty() ? "" : ", to " + row.text("valid_to"))
                : "from " + row.text("valid_from")
                        + (row.text("valid_to").isEmpty() ? "" : " to " + row.text("valid_to"));
    }

    /** Ids of the rows that speak to this payer. */
    private Set<String> ids(Payer payer) {
        return ids(payer, ruling -> true);
    }

    private Set<String> ids(Payer payer, Predicate<Ruling> wanted) {
        var ids = new TreeSet<String>();
        for (Where where : Where.values()) {
            for (Subject subject : Subject.ALL) {
                for (VatStanding standing : VatStanding.values()) {
                    rulings(payer, where, standing, subject).stream()
                            .filter(wanted)
                            .map(Ruling::rule)
                            .filter(id -> !id.isEmpty())
                            .forEach(ids::add);
                }
            }
        }
        return ids;
    }

    /** As sure as the least sure of those that decide a treatment. */
    String confidence(Payer payer) {
        return Confidences.worst(ids(payer, Ruling::isDecided).stream()
                .flatMap(id -> rules.withId(id).stream())
                .toList());
    }
}
