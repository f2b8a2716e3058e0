package io.quittance.document.store;

import io.quittance.assessment.Lifts;
import io.quittance.assessment.Lifts.Lift;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Findings that persons overruled, and those that they may overrule. */
@Repository
public class LiftRows {

    private static final String HOLDING = """
            select f.position, f.code, f.severity, f.file, coalesce(f.line, 0) as line, f.field, f.read, f.expected, f.message, f.hint, f.rule
            from quittance.finding f where f.subject = ? and f.attempt = ? and f.severity = 'HOLD' order by f.position
            """;

    private final JdbcClient jdbc;

    public LiftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding that holds a document. @param position among those of its attempt */
    public record Holding(int position, Finding finding) {}

    /** What was overruled of these documents; documents of which nothing was are left out. */
    public Map<UUID, Lifts> of(Collection<UUID> documents) {
        var found = new HashMap<UUID, Map<String, Lift>>();
        jdbc.sql(
                        "select invoice, fingerprint, lifted_by, on_date, reason from quittance.finding_lifted where invoice = any(?)")
                .params(new SqlArrayValue("uuid", documents.toArray()))
                .query(row -> {
                    found.computeIfAbsent(row.getObject("invoice", UUID.class), id -> new HashMap<>())
                            .put(
                                    row.getString("fingerprint"),
                                    new Lift(
                                            row.getString("lifted_by"),
                                            row.getObject("on_date", LocalDate.class),
                                            row.getString("reason")));
                });
        var lifts = new HashMap<UUID, Lifts>();
        found.forEach((document, byFingerprint) -> lifts.put(document, new Lifts(byFingerprint)));
        return lifts;
    }

    /** What holds a document, as its last assessment found. */
    public List<Holding> holding(UUID document, int attempt) {
        return jdbc.sql(HOLDING)
                .params(document, attempt)
                .query(LiftRows::holding)
                .list();
    }

    /** Notes that a person overrules a finding. @return whether he is the first to do so */
    public boolean lift(UUID document, int attempt, Holding holding, Lift lift) {
        return jdbc.sql(
                                "insert into quittance.finding_lifted (invoice, fingerprint, attempt, position, code, reason, lifted_by, on_date)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                document,
                                holding.finding().fingerprint(),
                                attempt,
                                holding.position(),
                                holding.finding().code().id(),
                                lift.reason(),
                                lift.by(),
                                lift.on())
                        .update()
                == 1;
    }

    /** Asks for one more assessment of a document that was not accepted. @return whether nobody had asked for it yet */
    public boolean askAgain(UUID document, int attempt, String by) {
        return jdbc.sql(
                                "insert into quittance.asked_again (invoice, attempt, asked_by)"
                                        + " select a.invoice, a.attempt + 1, ? from quittance.assessment a"
                                        + " where a.invoice = ? and a.attempt = ? and a.latest and a.verdict <> 'ACCEPTED' on conflict do nothing")
                        .params(by, document, attempt)
                        .update()
                == 1;
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        String file = row.getString("file");
        return new Holding(
                row.getInt("position"),
                new Finding(
                        FindingCode.ofId(row.getString("code")),
                        Severity.valueOf(row.getString("severity")),
                        file == null ? null : new Place(file, row.getLong("line"), row.getString("field")),
                        row.getString("read"),
                        row.getString("expected"),
                        row.getString("message"),
                        row.getString("hint"),
                        row.getString("rule")));
    }
}
