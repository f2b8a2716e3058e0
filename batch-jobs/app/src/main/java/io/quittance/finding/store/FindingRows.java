package io.quittance.finding.store;

import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Writes reasons, in their documented order. */
@Repository
public class FindingRows {

    private static final CopyTable FINDING = CopyTable.of(
            "quittance.finding",
            "subject",
            "attempt",
            "position",
            "work_set",
            "code",
            "severity",
            "file",
            "line",
            "field",
            "read",
            "expected",
            "message",
            "hint",
            "rule");

    private final CopyWriter copy;

    public FindingRows(CopyWriter copy) {
        this.copy = copy;
    }

    /**
     * All reasons about one subject.
     *
     * @param attempt 0 for what was found while reading, else the number of the assessment
     */
    public record Reasons(UUID subject, int attempt, Findings findings) {}

    /** Writes the reasons on behalf of a work set. */
    public void write(String workSet, List<Reasons> about) {
        var numbered = new ArrayList<Numbered>();
        for (Reasons reasons : about) {
            int position = 0;
            for (Finding finding : reasons.findings()) {
                numbered.add(new Numbered(reasons.subject(), reasons.attempt(), ++position, finding));
            }
        }
        if (!numbered.isEmpty()) {
            copy.write(FINDING, numbered, (row, one) -> finding(row, one, workSet));
        }
    }

    private record Numbered(UUID subject, int attempt, int position, Finding finding) {}

    private static void finding(CopyRow row, Numbered numbered, String workSet) {
        Finding finding = numbered.finding();
        Place place = finding.place();
        row.uuid(numbered.subject())
                .number(numbered.attempt())
                .number(numbered.position())
                .text(workSet)
                .text(finding.code().id())
                .text(finding.severity().name())
                .text(place == null ? null : place.file());
        if (place == null || place.line() == 0) {
            row.nul();
        } else {
            row.number(place.line());
        }
        row.text(place == null ? null : place.field())
                .text(finding.read())
                .text(finding.expected())
                .text(finding.message())
                .text(finding.hint())
                .text(finding.rule());
    }
}
