package io.quittance.finding.store;

import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Reasons in the database, in their documented order. */
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

    private static final String OF_SUBJECTS = """
            select r.n, f.code, f.severity, f.line, f.field, f.read, f.expected, f.message, f.hint
            from unnest(?::uuid[], ?::int2[]) with ordinality as r (subject, attempt, n)
            join quittance.finding f on f.subject = r.subject and f.attempt = r.attempt
            order by r.n, f.position
            """;

    private final CopyWriter copy;
    private final JdbcClient jdbc;

    public FindingRows(CopyWriter copy, JdbcClient jdbc) {
        this.copy = copy;
        this.jdbc = jdbc;
    }

    /** One reason as it is stored. @param line null when no line is meant */
    public record Reason(
            String code,
            String severity,
            @Nullable Long line,
            @Nullable String field,
            @Nullable String read,
            @Nullable String expected,
            String message,
            String hint) {}

    /** @param attempt 0 for what was found while reading, else the number of the assessment */
    public record Asked(UUID subject, int attempt) {}

    /**
     * The reasons about many subjects in one read: in the order of the subjects, and there in their documented order.
     *
     * @param each takes the index of the subject and one reason
     */
    public void of(List<Asked> asked, BiConsumer<Integer, Reason> each) {
        jdbc.sql(OF_SUBJECTS)
                .params(
                        new SqlArrayValue(
                                "text", asked.stream().map(Asked::subject).toArray()),
                        new SqlArrayValue(
                                "int2",
                                asked.stream().map(one -> (short) one.attempt()).toArray()))
                .query((RowCallbackHandler) row -> each.accept(row.getInt("n") - 1, reason(row)));
    }

    private static Reason reason(ResultSet row) throws SQLException {
        return new Reason(
                row.getString("code"),
                row.getString("severity"),
                row.getObject("line", Long.class),
                row.getString("field"),
                row.getString("read"),
                row.getString("expected"),
                row.getString("message"),
                row.getString("hint"));
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
