package io.quittance.document.store;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Documents that persons withdrew while they were held: once, for ever. */
@Repository
public class WithdrawalRows {

    private final JdbcClient jdbc;

    public WithdrawalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A withdrawal. */
    public record Withdrawal(String by, LocalDate on, String reason) {

        /** In the words in which findings tell it. */
        public String told() {
            return "withdrawn by " + by + " on " + on + ": " + reason;
        }
    }

    /** The withdrawal of a document. */
    public Optional<Withdrawal> find(UUID document) {
        return jdbc.sql("select withdrawn_by, on_date, reason from quittance.document_withdrawn where invoice = ?")
                .params(document)
                .query((row, n) ->
                        new Withdrawal(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)))
                .optional();
    }

    public void withdraw(UUID document, Withdrawal withdrawal) {
        jdbc.sql(
                        "insert into quittance.document_withdrawn (invoice, reason, withdrawn_by, on_date) values (?, ?, ?, ?)")
                .params(document, withdrawal.reason(), withdrawal.by(), withdrawal.on())
                .update();
    }

    /** What the assessment has to say of those of these documents that were withdrawn. */
    public Map<UUID, Findings> of(Collection<UUID> documents) {
        var found = new HashMap<UUID, Findings>();
        jdbc.sql(
                        "select invoice, withdrawn_by, on_date, reason from quittance.document_withdrawn where invoice = any(?)")
                .params(new SqlArrayValue("uuid", documents.toArray()))
                .query((RowCallbackHandler) row -> found.put(
                        row.getObject(1, UUID.class),
                        Findings.of(Finding.of(
                                FindingCode.WITHDRAWN_BY_PERSON,
                                new Withdrawal(row.getString(2), row.getObject(3, LocalDate.class), row.getString(4))
                                        .told()))));
        return found;
    }
}
