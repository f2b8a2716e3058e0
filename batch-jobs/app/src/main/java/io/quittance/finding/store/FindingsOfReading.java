package io.quittance.finding.store;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * What was found about documents when they were taken in, as far as it may count later: what held or refused, and whatever
 * official rules said, since configuration may give that another effect. Our own warnings were told then.
 */
@Repository
public class FindingsOfReading {

    private static final String COUNTING = """
            select subject, code, severity, file, line, field, read, expected, message, hint, rule from quittance.finding
            where subject = any(?) and attempt = 0 and (severity <> 'WARN' or rule is not null or code = 'Q152')
            order by subject, position
            """;

    private final JdbcClient jdbc;

    public FindingsOfReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a page of documents; documents without any are left out. */
    public Map<UUID, Findings> of(Collection<UUID> documents) {
        return jdbc
                .sql(COUNTING)
                .params(new SqlArrayValue("uuid", documents.toArray()))
                .query(FindingsOfReading::found)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(Found::subject, Collectors.mapping(Found::finding, Findings.gathered())));
    }

    private record Found(UUID subject, Finding finding) {}

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getObject("subject", UUID.class),
                new Finding(
                        FindingCode.ofId(row.getString("code")),
                        Severity.valueOf(row.getString("severity")),
                        place(row),
                        row.getString("read"),
                        row.getString("expected"),
                        row.getString("message"),
                        row.getString("hint"),
                        row.getString("rule")));
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        String file = row.getString("file");
        return file == null ? null : new Place(file, row.getLong("line"), row.getString("field"));
    }
}
