package io.quittance.invoice.store;

import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.finding.Findings;
import io.quittance.invoice.ruleset.Judgement;
import io.quittance.invoice.ruleset.RuleVerdict;
import io.quittance.invoice.store.IntakeRows.Read;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Writes what the official rules said of documents, one row for each rule set. */
@Repository
public class OfficialVerdicts {

    private static final CopyTable VERDICT = CopyTable.of(
            "quittance.official_verdict",
            "file",
            "position",
            "rule_set",
            "version",
            "binding",
            "valid",
            "breaches",
            "work_set");

    private final CopyWriter copy;

    public OfficialVerdicts(CopyWriter copy) {
        this.copy = copy;
    }

    /**
     * What the official rules said of one document.
     *
     * @param findings with the effects that configuration gives them
     */
    public record Official(Judgement judgement, Findings findings) {

        /** There was nothing to ask about. */
        public static final Official NOT_ASKED = new Official(new Judgement.NotApplicable("not asked"), Findings.NONE);

        List<RuleVerdict> verdicts() {
            return judgement instanceof Judgement.Judged judged ? judged.verdicts() : List.of();
        }
    }

    private record Row(Read read, RuleVerdict verdict) {}

    void write(String workSet, List<? extends Read> chunk) {
        List<Row> rows = chunk.stream()
                .flatMap(read -> read.official().verdicts().stream().map(verdict -> new Row(read, verdict)))
                .toList();
        if (!rows.isEmpty()) {
            copy.write(VERDICT, rows, (cells, row) -> verdict(cells, row, workSet));
        }
    }

    private static void verdict(CopyRow cells, Row row, String workSet) {
        cells.text(row.read().file().sha256())
                .number(row.read().document().position())
                .text(row.verdict().ruleSet())
                .text(row.verdict().version())
                .bool(row.verdict().binding())
                .bool(row.verdict().valid())
                .number(row.verdict().found())
                .text(workSet);
    }
}
