package io.quittance.payment.store;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.StatedAccount;
import io.quittance.payment.Candidate;
import io.quittance.payment.Candidate.Makeup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The documents that a run of an entity must decide about: accepted and open, or held. */
@Repository
public class Candidates {

    /** What a run that is begun now would have to decide about. */
    private static final String OPEN = """
            from quittance.assessment a
            where a.latest and a.verdict <> 'REJECTED' and a.entity = ?
              and not exists (select 1 from quittance.settlement s where s.invoice = a.invoice and s.live)
            """;

    private static final String OPEN_WITH_DOCUMENT = OPEN.replace(
            "from quittance.assessment a", "from quittance.assessment a join quittance.invoice i on i.id = a.invoice");

    private static final String FROZEN = " from quittance.run_candidate a where a.run = ? ";

    private static final String DUE = """
            select 1
            from quittance.assessment a join quittance.invoice i on i.id = a.invoice
            where a.latest and a.verdict = 'ACCEPTED' and a.entity = ?
              and (i.kind = 'CREDIT_NOTE' or a.due_date <= ?)
              and not exists (select 1 from quittance.settlement s where s.invoice = a.invoice and s.live)
              and """ + Doubts.NONE + " and not exists (" + standingHolds("1") + ")";

    private static final String DOCUMENTS = """
            x.reason as doubt, i.kind, i.number, i.issue_date, i.contractor_name, i.due_minor, i.payment_reference,
                   i.net_minor, i.vat_minor, i.prepaid_minor, i.levy_minor, i.contract, w.business_date as credited_on,
                   (select coalesce(sum(l.net_minor) filter (where lower(l.description) ~ ('^' || lower(m.word) || '(\\W|$)')), 0)::bigint
                    from unnest(?::text[], ?::text[]) as m (contract, word)
                    join quittance.invoice_line l on l.invoice = i.id
                    where m.contract = i.contract group by m.contract) as materials_minor,
                   i.payee_account as stated_account, i.payee_bic as stated_bic,
                   i.due_date as stated_due,
                   (select string_agg(distinct f.code || ' ' || f.message, '; ' order by f.code || ' ' || f.message)
                    from quittance.finding f
                    where f.subject = a.invoice and f.attempt = a.attempt and f.severity <> 'WARN') as hold_reason
            from quittance.assessment a join quittance.invoice i on i.id = a.invoice
            join quittance.work_set w on w.id = a.work_set
            """ + Doubts.JOIN;

    private static final String PERSON = "("
            + standingHolds("string_agg('Q709 held by ' || h.held_by || ': ' || h.reason, '; ' order by h.id)")
            + ") as person_hold, ";

    private static final String AMONG_OPEN = "select a.*, a.contractor as of_contractor, " + PERSON + DOCUMENTS + """
            where a.latest and a.contractor = any(?)
              and a.verdict <> 'REJECTED' and a.entity = ?
              and not exists (select 1 from quittance.settlement s where s.invoice = a.invoice and s.live)
            """;

    /** Under the contractor that was frozen with them: assessed again meanwhile, a document may be another one's. */
    private static final String AMONG_FROZEN = "select a.*, c.contractor as of_contractor, " + PERSON + DOCUMENTS + """
            join quittance.run_candidate c on c.invoice = a.invoice
            where a.latest and c.contractor = any(?) and c.run = ?
            """;

    private static final String IN_ORDER = " order by of_contractor, i.issue_date, i.number, i.id";

    /**
     * Whose candidates are meant.
     *
     * @param run that froze its own; null for what is open now
     * @param on business date of the run: a person's hold may end by date
     * @param materials the words that lines of materials begin with, by contract
     */
    public record Scope(String entity, @Nullable String run, LocalDate on, SortedMap<String, String> materials) {}

    private final JdbcClient jdbc;

    public Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anything that nobody holds on a business date is due by the horizon, be it payable or not. */
    public boolean anyDue(String entity, LocalDate horizon, LocalDate on) {
        return jdbc.sql("select exists (" + DUE + ")")
                .params(entity, horizon, on)
                .query(Boolean.class)
                .single();
    }

    /** So many documents of a currency, and what they come to. */
    public record Sum(String verdict, String currency, long documents, long minor) {}

    /** What a run that is begun now would have to decide about, in sums. */
    public List<Sum> open(String entity) {
        return jdbc.sql(
                        "select a.verdict, a.currency, count(*), coalesce(sum(case i.kind when 'INVOICE' then a.payable_minor"
                                + " else -a.payable_minor end), 0)::bigint " + OPEN_WITH_DOCUMENT
                                + " group by 1, 2 order by 1, 2")
                .params(entity)
                .query((row, n) -> new Sum(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** Freezes what is open now as the candidates of a run, in the transaction that begins it. */
    public void freeze(String run, String entity) {
        jdbc.sql("insert into quittance.run_candidate (run, invoice, contractor) select ?, a.invoice, a.contractor "
                        + OPEN)
                .params(run, entity)
                .update();
    }

    /** The next contractors after one, in order. */
    public List<String> contractorsAfter(Scope scope, String contractor, int limit) {
        String from = scope.run() == null ? OPEN : FROZEN;
        return jdbc.sql("select distinct a.contractor " + from + " and a.contractor > ? order by 1 limit ?")
                .params(scope.run() == null ? scope.entity() : scope.run(), contractor, limit)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Everything of these contractors, one list for each that has anything, in order. */
    public List<List<Candidate>> of(Scope scope, List<String> contractors) {
        String among = scope.run() == null ? AMONG_OPEN : AMONG_FROZEN;
        Map<String, List<Candidate>> byContractor = jdbc
                .sql(among + IN_ORDER)
                .params(
                        scope.on(),
                        new SqlArrayValue("text", scope.materials().keySet().toArray()),
                        new SqlArrayValue("text", scope.materials().values().toArray()),
                        new SqlArrayValue("text", contractors.toArray()),
                        scope.run() == null ? scope.entity() : scope.run())
                .query(Candidates::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Candidate::contractor, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(byContractor.values());
    }

    private static Candidate row(ResultSet row, int number) throws SQLException {
        // a candidate that was rejected after the run had begun is one of it all the same, and not paid
        boolean held = !row.getString("verdict").equals("ACCEPTED");
        Money payable = Columns.money(row, "currency", held ? "due_minor" : "payable_minor");
        return new Candidate(
                row.getObject("invoice", UUID.class),
                row.getString("entity"),
                row.getString("of_contractor"),
                held ? row.getString("contractor_name") : row.getString("payee_name"),
                Columns.address(row),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("issue_date", LocalDate.class),
                dueDate(row, held),
                payable,
                held ? payable : Columns.money(row, "functional", "functional_minor"),
                held ? null : Columns.account(row),
                stated(row),
                holdReason(row, held),
                row.getString("payment_reference"),
                held ? null : makeup(row));
    }

    private static Makeup makeup(ResultSet row) throws SQLException {
        return new Makeup(
                Columns.money(row, "currency", "net_minor"),
                Columns.money(row, "currency", "vat_minor"),
                Columns.money(row, "currency", "prepaid_minor"),
                Columns.money(row, "currency", "levy_minor"),
                row.getString("contract"),
                row.getObject("credited_on", LocalDate.class),
                row.getObject("materials_minor") == null ? null : Columns.money(row, "currency", "materials_minor"));
    }

    /** A document that became another contractor's after the run had begun waits for the next: this one groups by the old one. */
    private static @Nullable String holdReason(ResultSet row, boolean held) throws SQLException {
        String then = row.getString("of_contractor");
        String now = row.getString("contractor");
        if (!now.equals(then)) {
            return "was a document of " + then + " when the run began, and is one of " + now
                    + " now: the next run decides";
        }
        String ofDocument = row.getString(held ? "hold_reason" : "doubt");
        String ofPerson = row.getString("person_hold");
        return ofDocument == null || ofPerson == null
                ? (ofDocument == null ? ofPerson : ofDocument)
                : ofDocument + "; " + ofPerson;
    }

    /** Persons' holds of the document of {@code quittance.assessment a} that are in force on a business date. */
    private static String standingHolds(String what) {
        return "select " + what + " from quittance.standing_hold h where h.invoice = a.invoice"
                + " and (h.until is null or h.until > ?::date)";
    }

    private static @Nullable StatedAccount stated(ResultSet row) throws SQLException {
        String number = row.getString("stated_account");
        return number == null ? null : new StatedAccount(number, row.getString("stated_bic"));
    }

    private static LocalDate dueDate(ResultSet row, boolean held) throws SQLException {
        LocalDate stated = row.getObject("stated_due", LocalDate.class);
        LocalDate issued = row.getObject("issue_date", LocalDate.class);
        return held ? (stated == null ? issued : stated) : row.getObject("due_date", LocalDate.class);
    }
}
