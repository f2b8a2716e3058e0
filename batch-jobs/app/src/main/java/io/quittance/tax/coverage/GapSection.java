package io.quittance.tax.coverage;

import io.quittance.party.Contractor.VatStanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is not supported: combinations that the rules hold or refuse however the invoice is written. */
final class GapSection implements Section {

    private final Hearing hearing;

    GapSection(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public String title() {
        return "Not supported: such a document is held or refused";
    }

    @Override
    public List<String> of(Payer payer) {
        var lines = new ArrayList<String>();
        gaps(payer)
                .forEach((gap, places) -> lines.add("- %s: supplier %s; %s"
                        .formatted(
                                gap.code(),
                                places.stream().map(Where::written).collect(Collectors.joining(", ")),
                                gap.of())));
        return lines.isEmpty() ? List.of("- nothing of what was asked") : lines;
    }

    /** @param of which services of whom */
    private record Gap(String code, String of) {}

    /** What is held alike stands in one line. */
    private Map<Gap, List<Where>> gaps(Payer payer) {
        Map<Gap, List<Where>> gaps = new LinkedHashMap<>();
        for (Where where : Where.values()) {
            Map<String, Map<List<VatStanding>, List<Subject>>> found = new TreeMap<>();
            for (Subject subject : Subject.ALL) {
                standings(payer, where, subject)
                        .forEach((code, standings) -> found.computeIfAbsent(code, same -> new LinkedHashMap<>())
                                .computeIfAbsent(standings, same -> new ArrayList<>())
                                .add(subject));
            }
            found.forEach((code, services) -> gaps.computeIfAbsent(
                            new Gap(code, written(services)), same -> new ArrayList<>())
                    .add(where));
        }
        return gaps;
    }

    private Map<String, List<VatStanding>> standings(Payer payer, Where where, Subject subject) {
        Map<String, List<VatStanding>> held = new TreeMap<>();
        for (VatStanding standing : VatStanding.values()) {
            hearing.of(payer, new Combination(where, standing, subject, Combination.RECOVERIES[0]))
                    .filter(ruling -> !ruling.isDecided())
                    .ifPresent(ruling -> held.computeIfAbsent(ruling.written(), code -> new ArrayList<>())
                            .add(standing));
        }
        return held;
    }

    private static String written(Map<List<VatStanding>, List<Subject>> services) {
        return services.entrySet().stream()
                .map(one -> Subject.written(one.getValue()) + ", " + written(one.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static String written(List<VatStanding> standings) {
        return standings.size() == VatStanding.values().length
                ? "whoever he is"
                : standings.stream()
                        .map(standing -> switch (standing) {
                            case REGISTERED -> "registered";
                            case FRANCHISE -> "small business";
                            case NONE -> "not taxable";
                        })
                        .collect(Collectors.joining(" or "));
    }

    /** How many combinations of a payer who deducts everything are answered in each way. */
    Map<Ruling.Answer, Integer> count(Payer payer) {
        Map<Ruling.Answer, Integer> counts = new EnumMap<>(Ruling.Answer.class);
        all(payer).forEach(ruling -> counts.merge(ruling.answer(), 1, Integer::sum));
        return counts;
    }

    /** What holds or refuses, and how many combinations of all these payers it does. */
    List<String> reasons(List<Payer> payers, Rows rules) {
        Map<Ruling, Integer> counts = new HashMap<>();
        payers.stream()
                .flatMap(this::all)
                .filter(ruling -> !ruling.isDecided())
                .forEach(ruling -> counts.merge(ruling, 1, Integer::sum));
        var lines = new ArrayList<>(Section.head("answer", "code and row", "combinations", "what would be needed"));
        counts.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Ruling, Integer> one) -> one.getKey().answer())
                        .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                        .thenComparing(one -> one.getKey().written()))
                .forEach(one -> lines.add(Section.line(
                        one.getKey().answer().written(),
                        one.getKey().written(),
                        String.valueOf(one.getValue()),
                        rules.withId(one.getKey().rule())
                                .map(row -> row.text("expected"))
                                .filter(expected -> !expected.isEmpty())
                                .orElse("a row for it; Q703: of rates.csv, for that place"))));
        return lines;
    }

    private Stream<Ruling> all(Payer payer) {
        return Arrays.stream(Where.values())
                .flatMap(where -> Subject.ALL.stream()
                        .flatMap(subject -> Arrays.stream(VatStanding.values())
                                .map(standing -> new Combination(where, standing, subject, Combination.RECOVERIES[0]))))
                .flatMap(combination -> hearing.of(payer, combination).stream());
    }
}
