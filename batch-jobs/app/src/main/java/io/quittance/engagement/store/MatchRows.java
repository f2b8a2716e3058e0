package io.quittance.engagement.store;

import io.quittance.assessment.Assessment;
import io.quittance.assessment.Verdict;
import io.quittance.engagement.LineMatch;
import io.quittance.engagement.Match;
import io.quittance.engagement.Share;
import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Writes what the match says of a page of documents, and what accepted ones bill, in the transaction of the chunk. */
@Repository
public class MatchRows {

    private static final CopyTable DOCUMENT =
            CopyTable.of("quittance.document_match", "invoice", "attempt", "contract", "outcome", "clauses");
    private static final CopyTable LINE = CopyTable.of(
            "quittance.line_match",
            "invoice",
            "attempt",
            "position",
            "number",
            "outcome",
            "basis",
            "unit",
            "quantity",
            "unit_price",
            "net_minor",
            "approved",
            "before",
            "rate",
            "agreed",
            "clause");
    private static final CopyTable BILLED =
            CopyTable.of("quittance.work_billed", "invoice", "position", "contract", "name", "revision", "units");

    /**
     * First the piece, then what is billed of it: a credit note alone, put in as a row, would fail the check that nothing is billed
     * below zero before it met the row that is there. A contract is one contractor's, so no other page waits for these rows.
     */
    private static final String OPEN = """
            insert into quittance.work_use (contract, name, billed)
            select contract, name, 0 from unnest(?::text[], ?::text[]) as w (contract, name)
            on conflict (contract, name) do nothing
            """;

    private static final String USE = """
            update quittance.work_use u set billed = u.billed + w.units
            from unnest(?::text[], ?::text[], ?::numeric[]) as w (contract, name, units)
            where u.contract = w.contract and u.name = w.name
            """;

    private final JdbcClient jdbc;
    private final CopyWriter copy;

    public MatchRows(JdbcClient jdbc, CopyWriter copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** A document and what was concluded of it. */
    public record Matched(Assessment assessment, int attempt) {

        private UUID invoice() {
            return assessment.invoice().id();
        }

        private Match match() {
            return assessment.match();
        }

        private String contract() {
            return Objects.requireNonNull(match().contract(), "matched lines have a contract");
        }
    }

    private record Line(Matched of, int position, LineMatch match) {}

    private record Billed(Matched of, int position, Share share) {}

    private record Named(String contract, String name) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int byContract = contract.compareTo(other.contract);
            return byContract == 0 ? name.compareTo(other.name) : byContract;
        }
    }

    /** Writes a page. Of documents whose contract says nothing of how it is billed nothing is written. */
    public void write(List<Matched> page) {
        List<Matched> matched =
                page.stream().filter(one -> !one.match().lines().isEmpty()).toList();
        if (matched.isEmpty()) {
            return;
        }
        copy.write(DOCUMENT, matched, MatchRows::document);
        List<Line> lines = matched.stream().flatMap(one -> lines(one).stream()).toList();
        copy.write(LINE, lines, MatchRows::line);
        List<Billed> billed = lines.stream()
                .filter(line -> line.of().assessment().verdict() == Verdict.ACCEPTED)
                .flatMap(line ->
                        line.match().shares().stream().map(share -> new Billed(line.of(), line.position(), share)))
                .toList();
        copy.write(BILLED, billed, MatchRows::billed);
        use(billed);
    }

    private static List<Line> lines(Matched one) {
        var lines = new ArrayList<Line>();
        one.match().lines().forEach(line -> lines.add(new Line(one, lines.size() + 1, line)));
        return lines;
    }

    private void use(List<Billed> billed) {
        Map<Named, BigDecimal> used = new TreeMap<>();
        billed.forEach(one -> used.merge(
                new Named(one.of().contract(), one.share().work().name()),
                one.share().units(),
                BigDecimal::add));
        if (used.isEmpty()) {
            return;
        }
        var contracts = new SqlArrayValue(
                "text", used.keySet().stream().map(Named::contract).toArray());
        var names = new SqlArrayValue(
                "text", used.keySet().stream().map(Named::name).toArray());
        jdbc.sql(OPEN).params(contracts, names).update();
        jdbc.sql(USE)
                .params(
                        contracts,
                        names,
                        new SqlArrayValue("numeric", used.values().toArray()))
                .update();
    }

    private static void document(CopyRow row, Matched one) {
        row.uuid(one.invoice())
                .number(one.attempt())
                .text(one.contract())
                .text(one.match().outcome().name())
                .text(one.match().clauses().orElse(null));
    }

    private static void line(CopyRow row, Line line) {
        LineMatch match = line.match();
        row.uuid(line.of().invoice())
                .number(line.of().attempt())
                .number(line.position())
                .text(match.line().number())
                .text(match.outcome().name())
                .text(match.basis() == null ? null : match.basis().name())
                .text(match.unit() == null ? null : match.unit().name())
                .decimal(match.line().quantity())
                .decimal(match.line().unitPrice())
                .number(match.line().net().getAmountMinorLong())
                .decimal(match.approved())
                .decimal(match.before())
                .decimal(match.rate())
                .decimal(match.value())
                .text(match.clause());
    }

    private static void billed(CopyRow row, Billed one) {
        row.uuid(one.of().invoice())
                .number(one.position())
                .text(one.of().contract())
                .text(one.share().work().name())
                .number(one.share().work().revision())
                .decimal(one.share().units());
    }
}
