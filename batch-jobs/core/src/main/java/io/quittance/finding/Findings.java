package io.quittance.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All findings about one thing, in the documented order of their codes. Immutable. */
public record Findings(List<Finding> all) implements Iterable<Finding> {

    private static final Comparator<Finding> DOCUMENTED_ORDER =
            Comparator.comparing(Finding::code).thenComparing(Finding::toString);

    /** No finding. Declared after the order, which its constructor uses. */
    public static final Findings NONE = new Findings(List.of());

    public Findings {
        all = all.size() < 2
                ? List.copyOf(all)
                : all.stream().sorted(DOCUMENTED_ORDER).toList();
    }

    /** These findings. */
    public static Findings of(Finding... findings) {
        return findings.length == 0 ? NONE : new Findings(List.of(findings));
    }

    /** Gathers a stream of findings. */
    public static Collector<Finding, ?, Findings> gathered() {
        return Collectors.collectingAndThen(Collectors.toList(), Findings::new);
    }

    /** These and the others. */
    public Findings and(Findings others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        var both = new ArrayList<Finding>(all.size() + others.all.size());
        both.addAll(all);
        both.addAll(others.all);
        return new Findings(both);
    }

    /** These and one more. */
    public Findings and(Finding other) {
        return and(of(other));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The worst severity among them; empty when there are none. */
    public Optional<Severity> worst() {
        return all.stream().map(Finding::severity).min(Comparator.naturalOrder());
    }

    /** Whether one of them has this severity. */
    public boolean has(Severity severity) {
        return all.stream().anyMatch(finding -> finding.severity() == severity);
    }

    /** Whether one of them has this code. */
    public boolean has(FindingCode code) {
        return all.stream().anyMatch(finding -> finding.code() == code);
    }

    public Stream<Finding> stream() {
        return all.stream();
    }

    @Override
    public Iterator<Finding> iterator() {
        return all.iterator();
    }
}
