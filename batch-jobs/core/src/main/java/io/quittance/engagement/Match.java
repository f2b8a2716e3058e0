package io.quittance.engagement;

import io.quittance.finding.Findings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the three-way match says of one document.
 *
 * @param contract its id; null when there is none between the parties
 * @param outcome that of the line that fits least
 * @param lines in the order of the document; empty when nothing is matched
 */
public record Match(@Nullable String contract, Outcome outcome, List<LineMatch> lines, Findings findings) {

    public Match {
        lines = List.copyOf(lines);
    }

    /** How a line or a document fits, the better before the worse. */
    public enum Outcome {
        /** The contract says nothing of how it is billed, or the line asks for no money. */
        NOT_WANTED,
        /** Everything agrees. */
        MATCHED,
        /** Less is billed than could be; for information. */
        UNDER_BILLED,
        /** More is billed, but not more than the contract tolerates. */
        WITHIN_TOLERANCE,
        /** No contract between the parties is named. */
        NO_CONTRACT,
        /** Nothing that was approved covers it. */
        NO_TIME_SHEET,
        /** More is billed than was approved or agreed. */
        OVER_BILLED
    }

    static Match without(Outcome outcome, @Nullable String contract) {
        return new Match(contract, outcome, List.of(), Findings.NONE);
    }

    static Match of(String contract, List<LineMatch> lines) {
        Outcome worst = lines.stream()
                .map(LineMatch::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.NOT_WANTED);
        return new Match(
                contract,
                worst,
                lines,
                lines.stream().flatMap(line -> line.findings().stream()).collect(Findings.gathered()));
    }

    /** A document that names no contract of its parties. */
    public static Match withoutContract() {
        return without(Outcome.NO_CONTRACT, null);
    }

    /** What the document bills of the approved work, if it is accepted. */
    public List<Share> shares() {
        return lines.stream().flatMap(line -> line.shares().stream()).toList();
    }

    /** The clauses that were looked at, each once, in the order of the lines. */
    public Optional<String> clauses() {
        return lines.stream()
                .map(LineMatch::clause)
                .filter(clause -> !clause.isEmpty())
                .distinct()
                .reduce((one, other) -> one + "; " + other);
    }
}
