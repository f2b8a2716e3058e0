package io.quittance.payment.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Payments that the bank refused or gave back, and for which money left the account all the same. Their documents are open in
 * the books, but nobody may pay them again until a person has found out where the money is.
 */
@Repository
public class Doubts {

    /** A condition on {@code quittance.assessment a}: nothing is in doubt about its document. */
    public static final String NONE =
            " not exists (select 1 from quittance.document_in_doubt x where x.invoice = a.invoice) ";

    /** Joins {@code x} to {@code quittance.assessment a}: {@code x.reason} says what is in doubt about its document, null for nothing. */
    public static final String JOIN = " left join quittance.document_in_doubt x on x.invoice = a.invoice ";

    private final JdbcClient jdbc;

    public Doubts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Why it is not sure that a payment was not executed.
     *
     * @param source the statement entry or message that casts the doubt
     * @param told the same for people
     */
    public record Doubt(String source, String told) {}

    /** What is in doubt about a payment. */
    public List<Doubt> of(String payment) {
        return jdbc.sql("select source, told from quittance.payment_in_doubt where payment = ? order by told, source")
                .params(payment)
                .query((row, n) -> new Doubt(row.getString("source"), row.getString("told")))
                .list();
    }

    /** Why documents of a run must not be paid by it, document by document; empty when nothing is in doubt. */
    public List<String> ofRun(String run) {
        return jdbc.sql(
                        "select s.number || ': ' || d.reason from quittance.settlement s"
                                + " join quittance.document_in_doubt d on d.invoice = s.invoice where s.run = ? and s.live order by 1")
                .params(run)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** A person knows where the money of this payment is. */
    public void clear(String payment, Doubt doubt, String user, String reason) {
        jdbc.sql("insert into quittance.doubt_cleared (payment, source, cleared_by, reason) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(payment, doubt.source(), user, reason)
                .update();
    }
}
