package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.finding.Finding;
import io.quittance.finding.Place;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Count;
import io.quittance.report.Column.Kind;
import org.jspecify.annotations.Nullable;

/** Findings, one a line; the first of each document counts it. */
final class FindingSheet implements Lines.Drawing<FindingRow> {

    static final SheetPlan HELD =
            plan("Held", "Documents that are kept but not paid until a person or a fact lifts the reason.");
    static final SheetPlan REJECTED = plan(
            "Rejected", "Documents and records that were refused: what was read, what was expected, and what to do.");

    private @Nullable String last;

    private static SheetPlan plan(String name, String purpose) {
        return SheetPlan.table(
                name,
                purpose,
                Column.of("Entity", "Entity", Kind.CODE),
                Column.of("Number", "Number", Kind.CODE),
                Column.of("Contractor", "Contractor", Kind.CODE),
                Column.of("Documents", "Documents", Kind.COUNT),
                Column.of("Unread", "Not readable", Kind.COUNT),
                Column.of("Code", "Code", Kind.CODE),
                Column.of("Severity", "Severity", Kind.CODE),
                Column.of("Place", "Place", Kind.TEXT),
                Column.of("Read", "Read", Kind.TEXT),
                Column.of("Expected", "Expected", Kind.TEXT),
                new Column("Message", "Message", Kind.PROSE, 60),
                new Column("Hint", "What to do", Kind.PROSE, 44),
                new Column("Comment", "Comment", Kind.REMARK, 24),
                new Column("ClearedBy", "Cleared by", Kind.REMARK, 12),
                Column.of("Invoice", "Document id", Kind.ID));
    }

    @Override
    public Row draw(FindingRow line, int row) {
        Finding finding = line.finding();
        int counted = isNext(line.subject()) ? 1 : 0;
        Place place = finding.place();
        return Row.of(
                Cell.entity(line.entity()),
                text(line.number()),
                text(line.contractor()),
                new Count(line.read() ? counted : 0),
                new Count(line.read() ? 0 : counted),
                text(finding.code().id()),
                text(finding.severity().name()),
                text(place == null ? null : place.toString()),
                text(finding.read()),
                text(finding.expected()),
                text(finding.message()),
                text(finding.hint()),
                new Blank(),
                new Blank(),
                text(line.subject()));
    }

    private boolean isNext(String subject) {
        boolean next = !subject.equals(last);
        last = subject;
        return next;
    }
}
