package io.quittance.document.store;

import io.quittance.invoice.InvoiceKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Everything that is on record about one document, part by part. Account numbers are masked. */
@Repository
public class DocumentPages {

    private static final String MASKED =
            "case when i.payee_account ~ '^[A-Z]{2}[0-9]{2}' then left(i.payee_account, 2) else '' end || '…' || right(i.payee_account, 4)";

    private static final String HEADER = """
            select i.kind, i.number, i.issue_date, i.supply_date, coalesce(a.due_date, i.due_date) as due_date,
                   coalesce(a.entity, i.entity) as entity, coalesce(a.contractor, i.contractor) as contractor, i.contractor_name,
                   i.contractor_vat_id, i.contract, i.purchase_reference, i.currency, quittance.amount(i.net_minor, i.currency) as net,
                   quittance.amount(i.vat_minor, i.currency) as vat, quittance.amount(i.gross_minor, i.currency) as gross,
                   quittance.amount(i.prepaid_minor, i.currency) as prepaid, quittance.amount(i.rounding_minor, i.currency) as rounding,
                   quittance.amount(i.due_minor, i.currency) as amount_due,
                   quittance.amount(nullif(i.levy_minor, 0), i.currency) as levy, quittance.amount(a.payable_minor, i.currency) as payable,
                   %s as payee_account, i.payee_bic, i.payment_reference, i.preceding_invoice, a.treatment, a.jurisdiction, a.tax_point
            from quittance.invoice i left join quittance.assessment a on a.invoice = i.id and a.latest where i.id = ?
            """.formatted(MASKED);
    private static final String REFUSED = """
            select r.number, r.entity, r.contractor, r.currency, r.gross from quittance.refusal r where r.id = ?
            """;
    private static final String LINES = """
            select l.number, l.line, l.description, trim_scale(l.quantity) as quantity, trim_scale(l.unit_price) as unit_price,
                   quittance.amount(l.net_minor, i.currency) as net, l.category, trim_scale(l.rate) as rate,
                   quittance.amount(l.vat_minor, i.currency) as vat
            from quittance.invoice_line l join quittance.invoice i on i.id = l.invoice where l.invoice = ? order by l.position
            """;
    private static final String VAT = """
            select v.category, trim_scale(v.rate) as rate, quittance.amount(v.base_minor, i.currency) as base,
                   quittance.amount(v.tax_minor, i.currency) as tax
            from quittance.invoice_vat v join quittance.invoice i on i.id = v.invoice where v.invoice = ? order by v.position
            """;
    private static final String ATTEMPTS = """
            select a.attempt, w.business_date as date, a.work_set, a.verdict,
                   (select string_agg(distinct f.code, ' ' order by f.code) from quittance.finding f
                    where f.subject = a.invoice and f.attempt = a.attempt) as codes
            from quittance.assessment a join quittance.work_set w on w.id = a.work_set where a.invoice = ? order by a.attempt
            """;
    /** Of the last attempt, and what reading found and no rule repeats. */
    private static final String FINDINGS = """
            select f.code, f.rule, f.severity, f.line, f.field, f.read, f.expected, f.message, f.hint
            from quittance.finding f
            left join quittance.assessment a on a.invoice = f.subject and a.latest
            where f.subject = ? and (f.attempt = coalesce(a.attempt, 0)
               or f.attempt = 0 and not exists (select 1 from quittance.finding g
                      where g.subject = f.subject and g.attempt = a.attempt and g.code = f.code and g.message = f.message
                        and g.line is not distinct from f.line))
            order by f.attempt, f.position
            """;

    private static final String OFFICIAL = """
            select v.rule_set, v.version, v.binding, v.valid, v.breaches from quittance.official_verdict v
            where v.file = (select file from quittance.invoice where id = ?) and v.position = (select position from quittance.invoice where id = ?)
            order by v.rule_set
            """;
    private static final String ACTS = """
            select on_date as date, act, by, code, reason from (
                select h.on_date, 'hold' as act, h.held_by as by, 'Q709' as code,
                       h.reason || coalesce(' (until ' || h.until || ')', '') as reason, 1 as step, h.id as number
                from quittance.person_hold h where h.invoice = ?
                union all
                select l.on_date, 'lift', l.lifted_by, 'Q709', l.reason, 2, h.id
                from quittance.person_hold h join quittance.person_hold_lifted l on l.hold = h.id where h.invoice = ?
                union all
                select l.on_date, 'lift', l.lifted_by, l.code, l.reason, 3, l.attempt * 1000 + l.position
                from quittance.finding_lifted l where l.invoice = ?
                union all
                select d.on_date, 'withdraw', d.withdrawn_by, 'Q826', d.reason, 4, 0
                from quittance.document_withdrawn d where d.invoice = ?) acts
            order by on_date, step, number
            """;
    /** The three-way match of the last attempt, where the contract says how it is billed. */
    private static final String MATCH = """
            select m.contract, m.outcome, m.clauses
            from quittance.document_match m join quittance.assessment a on a.invoice = m.invoice and a.attempt = m.attempt and a.latest
            where m.invoice = ?
            """;

    private static final String MATCH_LINES = """
            select l.number as line, l.outcome, l.basis, l.unit, trim_scale(l.quantity) as billed, trim_scale(l.approved) as approved,
                   trim_scale(l.before) as billed_before, trim_scale(l.unit_price) as price, trim_scale(l.rate) as agreed_rate,
                   quittance.amount(l.net_minor, i.currency) as net, trim_scale(l.agreed) as agreed, l.clause
            from quittance.line_match l join quittance.assessment a on a.invoice = l.invoice and a.attempt = l.attempt and a.latest
            join quittance.invoice i on i.id = l.invoice where l.invoice = ? order by l.position
            """;
    private static final String WORK_BILLED = """
            select l.number as line, b.name as work, b.revision, trim_scale(b.units) as units, t.approved_by, t.approved_on
            from quittance.work_billed b
            join quittance.assessment a on a.invoice = b.invoice and a.latest
            join quittance.line_match l on l.invoice = b.invoice and l.attempt = a.attempt and l.position = b.position
            left join quittance.time_sheet t on t.contract = b.contract and t.name = b.name and t.revision = b.revision
            where b.invoice = ? order by b.position, b.name
            """;
    /**
     * Accepted and held documents that rules about duplicates compare it with: of its contractor and its kin, with its number, or
     * with its amount near its date. Which came first is not known of a rejected one.
     */
    private static final String ALIKE = """
            select i.number, i.issue_date, quittance.amount(l.gross_minor, l.currency) as gross, l.currency, l.contractor, l.verdict,
                   concat_ws(', ', case when l.fingerprint = own.fingerprint then 'content' end,
                             case when l.number = w.number then 'number' end,
                             case when l.currency = d.currency and l.gross_minor = d.gross_minor then 'amount' end) as same,
                   case when l.since < own.since then 'before' when l.since > own.since then 'after' end as came,
                   i.file_name as file, i.position, i.syntax, l.invoice as id
            from quittance.invoice d
            left join quittance.assessment a on a.invoice = d.id and a.latest
            left join quittance.document_likeness own on own.invoice = d.id
            cross join (select ?::text as number, ?::int as days) w
            join quittance.document_likeness l
              on l.entity = coalesce(a.entity, d.entity) and l.contractor = any(?) and l.kind = d.kind and l.invoice <> d.id
             and (l.number = w.number
                  or l.currency = d.currency and l.gross_minor = d.gross_minor
                     and l.issue_date between d.issue_date - w.days and d.issue_date + w.days)
            join quittance.invoice i on i.id = l.invoice
            where d.id = ? order by l.since
            """;

    private static final String RUNS = """
            select d.run, r.pay_date, r.state, d.outcome, d.reason, d.payment
            from quittance.run_decision d join quittance.payment_run r on r.id = d.run where d.invoice = ?
            order by r.pay_date, r.sequence
            """;

    private static final String CONVERSIONS = """
            select c.purpose, quittance.amount(c.from_minor, c.from_currency) as from_amount, c.from_currency,
                   quittance.amount(c.to_minor, c.to_currency) as to_amount, c.to_currency, trim_scale(c.rate) as rate, c.wanted_on,
                   c.age_days, c.path
            from quittance.conversion c join quittance.assessment a on a.invoice = c.invoice and a.attempt = c.attempt and a.latest
            where c.invoice = ? order by c.position
            """;
    private static final String STEPS = """
            select split_part(s.step, E'\\t', 1) as question, split_part(s.step, E'\\t', 2) as answer, split_part(s.step, E'\\t', 3) as basis
            from quittance.assessment a cross join lateral string_to_table(a.steps, E'\\n') with ordinality as s (step, n)
            where a.invoice = ? and a.latest order by s.n
            """;
    private static final String VAT_ENTRIES = """
            select v.position as entry, v.entity, v.jurisdiction, v.treatment, v.period, v.due_period, v.moved_because, v.box_row, v.base_boxes,
                   v.output_boxes, v.input_boxes, trim_scale(v.rate) as rate, v.rate_row, v.currency,
                   quittance.amount(v.base_minor, v.currency) as base, quittance.amount(v.output_minor, v.currency) as output,
                   quittance.amount(v.input_minor, v.currency) as input,
                   quittance.amount(v.non_recoverable_minor, v.currency) as non_recoverable,
                   quittance.amount(v.charged_minor, v.currency) as charged, quittance.amount(v.waiting_minor, v.currency) as waiting,
                   quittance.amount(v.rounding_minor, v.currency) as rounding, v.tax_point_row, v.rounding_row, v.recovery_row
            from quittance.vat_entry v where v.invoice = ? order by v.position
            """;
    private static final String VAT_TAXES = """
            select v.position as entry, c.tax, trim_scale(c.percent) as percent, quittance.amount(c.output_minor, v.currency) as output,
                   quittance.amount(c.input_minor, v.currency) as input, quittance.amount(c.waiting_minor, v.currency) as waiting,
                   quittance.amount(c.non_recoverable_minor, v.currency) as non_recoverable, v.currency
            from quittance.vat_component c join quittance.vat_entry v on v.id = c.entry
            where v.invoice = ? order by v.position, c.position
            """;
    /** Of its acceptance, and of the payments that settle it. */
    private static final String POSTINGS = """
            select s.number as journal, j.business_date as date, j.kind, j.event_key, p.account, n.name as account_name,
                   quittance.amount(p.minor, p.currency) as amount, p.currency
            from ledger.journal j join ledger.posting p on p.journal = j.id join ledger.account n on n.code = p.account
            left join ledger.sealed_journal s on s.journal = j.id
            where j.event_key = 'invoice:' || ?::text || ':accepted'
               or exists (select 1 from quittance.settlement t where t.invoice = ?::uuid
                          and (j.event_key in ('payment:' || t.payment || ':released', 'payment:' || t.payment || ':settled',
                                               'payment:' || t.payment || ':rejected', 'payment:' || t.payment || ':returned',
                                               t.netting || ':netted', 'input-tax:' || t.payment || ':settled',
                                               'input-tax:' || t.payment || ':returned', 'input-tax:' || t.netting || ':netted')))
            order by s.number nulls last, j.event_key, p.position
            """;

    private static final String PAYMENTS = """
            select l.payment, l.run, l.amount, l.currency, l.account, l.end_to_end_id, f.name as file, l.state
            from quittance.list_payments l join quittance.payment p on p.id = l.payment
            left join quittance.payment_batch b on b.id = p.batch left join quittance.payment_file f on f.message_id = b.file
            where l.payment in (select s.payment from quittance.settlement s where s.invoice = ?) order by l.payment
            """;
    private static final String WITHHELD = """
            select w.payment, w.name, w.rule, w.rule_recorded_at, trim_scale(w.rate) as rate, w.tax_currency, w.currency, w.borne_by,
                   quittance.amount(w.base_minor, w.tax_currency) as base, quittance.amount(w.tax_minor, w.tax_currency) as tax,
                   quittance.amount(w.kept_minor, w.currency) as kept, w.return_code, w.below, w.steps,
                   case when c.number is null then null else c.jurisdiction || ' ' || c.year || '-' || c.number end as certified
            from quittance.withholding w left join quittance.withholding_certificate c
              on c.payment = w.payment and c.family = w.family and w.tax_minor <> 0
            where w.invoice = ? order by w.payment, w.position
            """;
    private static final String APPROVALS = """
            select a.run, a.approver, r.proposed_by, r.released_by, r.released_on
            from quittance.payment_run r left join quittance.approval a on a.run = r.id
            where r.id in (select s.run from quittance.settlement s where s.invoice = ?) order by r.id, a.position
            """;
    private static final String BANK = """
            select e.payment, e.on_date as date, e.state, e.code, e.reason, e.source
            from quittance.payment_event e where e.payment in (select s.payment from quittance.settlement s where s.invoice = ?)
            order by e.payment, e.position
            """;

    private final JdbcTemplate jdbc;

    public DocumentPages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The parts in the order in which they are read, by name; parts without rows too. */
    public Map<String, Listing> of(Standing document) {
        var id = document.id();
        var parts = new LinkedHashMap<String, Listing>();
        parts.put("header", list(document.refused() ? REFUSED : HEADER, id));
        parts.put("lines", list(LINES, id));
        parts.put("vat", list(VAT, id));
        parts.put("match", list(MATCH, id));
        parts.put("match_lines", list(MATCH_LINES, id));
        parts.put("work_billed", list(WORK_BILLED, id));
        parts.put("attempts", list(ATTEMPTS, id));
        parts.put("findings", list(FINDINGS, id));
        parts.put("official_rules", list(OFFICIAL, id, id));
        parts.put("acts", list(ACTS, id, id, id, id));
        parts.put("runs", list(RUNS, id));
        return parts;
    }

    /** What followed from it, part by part: rates, tax, books, payment. */
    public Map<String, Listing> consequences(Standing document) {
        var id = document.id();
        var parts = new LinkedHashMap<String, Listing>();
        parts.put("conversions", list(CONVERSIONS, id));
        parts.put("tax", list(STEPS, id));
        parts.put("vat_entries", list(VAT_ENTRIES, id));
        parts.put("vat_taxes", list(VAT_TAXES, id));
        parts.put("postings", list(POSTINGS, id.toString(), id));
        parts.put("approvals", list(APPROVALS, id));
        parts.put("payments", list(PAYMENTS, id));
        parts.put("withheld", list(WITHHELD, id));
        parts.put("bank", list(BANK, id));
        return parts;
    }

    /**
     * What it was compared with as a possible duplicate.
     *
     * @param kin the ids that its contractor's documents may stand under
     * @param days how far apart documents of one amount may be
     */
    public Listing alike(Standing document, Set<String> kin, int days) {
        String number = Objects.requireNonNullElse(document.number(), "");
        return list(
                ALIKE,
                InvoiceKey.normalise(number),
                days,
                new SqlArrayValue("text", kin.stream().sorted().toArray()),
                document.id());
    }

    private Listing list(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.query(sql, Listing::of, parameters));
    }
}
