package io.quittance.report.store;

/**
 * The reads behind the sheets, each in a total order that every run repeats. Parties are those that the assessment found: at
 * intake one may have been unknown that the ledger knows.
 */
final class ReportSql {

    static final String PAYMENTS = """
            select p.*, r.pay_date, r.state as run_state, f.name as file_name, j.id as journal,
                   (select count(*) from quittance.settlement s where s.payment = p.id) as documents,
                   e.state, concat_ws(' ', e.code, e.reason) as reason
            from scope_payment x join quittance.payment p on p.id = x.payment
            join quittance.payment_run r on r.id = p.run
            left join quittance.payment_batch b on b.id = p.batch
            left join quittance.payment_file f on f.message_id = b.file
            left join ledger.journal j on j.event_key = 'payment:' || p.id || ':released'
            left join lateral (select * from quittance.payment_event e where e.payment = p.id
                               order by e.position desc limit 1) e on true
            order by p.id collate "C"
            """;

    /** A run's book tells what that run decided, even when a later one decided again; a month's tells the last word. */
    static final String INVOICES = """
            select a.entity, a.contractor, i.*, a.verdict, a.treatment, a.payable_minor, a.functional, a.functional_minor,
                   coalesce(a.due_date, i.due_date) as owed_on, j.id as journal, d.outcome, d.reason, d.payment,
                   e.state as ended, e.code as ended_code,
                   (select string_agg(v.told, '; ' order by v.role desc) from quittance.registry_told v
                    where v.invoice = i.id and v.attempt = a.attempt) as registry
            from scope_document x join quittance.invoice i on i.id = x.invoice
            join quittance.assessment a on a.invoice = i.id and a.latest
            left join ledger.journal j on j.event_key = 'invoice:' || i.id || ':accepted'
            left join lateral (select d.* from quittance.run_decision d join quittance.payment_run r on r.id = d.run
                               where d.invoice = i.id and r.state <> 'CANCELLED'
                                 and (cast(:run as text) is null or r.id = :run)
                               order by r.business_date desc, r.id desc limit 1) d on true
            left join lateral (select e.state, e.code from quittance.payment_event e
                               where e.payment = d.payment and e.state in ('REJECTED', 'RETURNED') limit 1) e on true
            order by a.entity, a.contractor, i.issue_date, i.number, i.id
            """;

    static final String CONVERSIONS = """
            select c.*, a.entity, j.id as journal
            from scope_document x join quittance.invoice i on i.id = x.invoice
            join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict = 'ACCEPTED'
            join quittance.conversion c on c.invoice = i.id and c.attempt = a.attempt
            join ledger.journal j on j.event_key = 'invoice:' || i.id || ':accepted'
            order by a.entity, a.contractor, i.issue_date, i.number, i.id, c.position
            """;

    static final String VAT = """
            select v.* from scope_document x join quittance.vat_entry v on v.invoice = x.invoice
            order by v.entity, v.jurisdiction, v.period, v.id
            """;

    static final String POSTINGS = """
            select s.block, s.number, j.*, p.position, p.account, a.name as account_name, p.currency, p.minor
            from scope_journal x join ledger.journal j on j.id = x.journal
            join ledger.posting p on p.journal = j.id join ledger.account a on a.code = p.account
            left join ledger.sealed_journal s on s.journal = j.id
            order by s.number nulls last, j.entity, j.event_key, p.position
            """;

    static final String BANK = """
            select * from (
            select s.statement_id, s.account, s.entity, 0 as line, s.date, '' as reference, s.currency, s.opening_minor as minor,
                   null as status, null as payment, null as settled_currency, null::bigint as settled_minor, null::uuid as journal,
                   0 as position, 0 as transaction
            from scope_statement x join quittance.statement s on s.id = x.statement
            union all
            select s.statement_id, s.account, s.entity, 1, e.booking_date, e.reference, e.currency, e.minor, e.status,
                   case when e.status in ('EXACT', 'FX', 'FEE', 'RETURNED', 'MISMATCH') then e.payment end,
                   case when e.status in ('EXACT', 'FX', 'FEE', 'RETURNED') then p.currency end,
                   case when e.status in ('EXACT', 'FX', 'FEE', 'RETURNED') then p.minor end,
                   j.id, e.position, e.transaction
            from scope_statement x join quittance.statement s on s.id = x.statement
            join quittance.statement_entry e on e.statement = s.id
            left join quittance.payment p on p.id = e.payment
            left join ledger.journal j on j.event_key = case e.status
                when 'RETURNED' then 'payment:' || e.payment || ':returned'
                when 'MISMATCH' then 'entry:' || s.id || ':' || e.position || ':' || e.transaction || ':unexplained'
                when 'UNMATCHED' then 'entry:' || s.id || ':' || e.position || ':' || e.transaction || ':unexplained'
                else 'payment:' || e.payment || ':settled' end
            union all
            -- one entry that paid a whole batch: each payment on a line of its own, with its journal; the money is on the entry's
            select s.statement_id, s.account, s.entity, 1, e.booking_date, e.reference, e.currency, 0, 'LOT',
                   v.payment, p.currency, p.minor, j.id, e.position, e.transaction
            from scope_statement x join quittance.statement s on s.id = x.statement
            join quittance.statement_entry e on e.statement = s.id and e.status = 'LOT'
            join quittance.payment_event v
              on v.source = 'entry:' || s.id || ':' || e.position || ':' || e.transaction and v.state = 'SETTLED'
            join quittance.payment p on p.id = v.payment
            left join ledger.journal j on j.event_key = 'payment:' || v.payment || ':settled'
            union all
            select s.statement_id, s.account, s.entity, 2, s.date, '', s.currency, s.closing_minor,
                   null, null, null, null, null, 0, 0
            from scope_statement x join quittance.statement s on s.id = x.statement
            ) lines
            order by entity, account, statement_id, line, position, transaction, payment collate "C" nulls first
            """;

    static final String OPEN = """
            select a.entity, a.contractor, i.*, a.payable_minor, a.due_date as owed_on, j.id as journal
            from quittance.assessment a join quittance.invoice i on i.id = a.invoice
            join ledger.journal j on j.event_key = 'invoice:' || i.id || ':accepted'
            where a.latest and a.verdict = 'ACCEPTED' and a.payable_minor <> 0
              and (cast(:run as text) is null or a.entity = (select entity from quittance.payment_run where id = :run))
              and not exists (select 1 from quittance.settlement s join quittance.payment_run r on r.id = s.run
                              where s.invoice = i.id and s.live and r.state in ('RELEASED', 'SETTLED'))
            order by a.entity, a.contractor, a.due_date, i.number, i.id
            """;

    static final String MATCHED = """
            select exists(select 1 from scope_document join quittance.document_match m using (invoice)
                          join quittance.assessment a on a.invoice = m.invoice and a.attempt = m.attempt and a.latest
                          where a.verdict <> 'REJECTED')
            """;

    static final String MATCHES = """
            select a.entity, a.contractor, i.id, i.number, i.kind, i.currency, a.verdict, m.contract, m.outcome as document,
                   l.number as line, l.outcome, l.basis, l.unit, trim_scale(l.quantity) as billed, trim_scale(l.approved) as approved,
                   trim_scale(l.before) as before, trim_scale(l.unit_price) as price, trim_scale(l.rate) as rate, l.net_minor,
                   trim_scale(l.agreed) as agreed, l.clause
            from scope_document x join quittance.invoice i on i.id = x.invoice
            join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict <> 'REJECTED'
            join quittance.document_match m on m.invoice = i.id and m.attempt = a.attempt
            join quittance.line_match l on l.invoice = i.id and l.attempt = a.attempt
            order by a.entity, a.contractor, i.issue_date, i.number, i.id, l.position
            """;

    static final String WITHHELD = """
            select exists(select 1 from scope_payment join quittance.withholding w using (payment))
            """;

    static final String WITHHOLDINGS = """
            select w.*, i.number, e.state, c.year || '-' || c.number as certified
            from scope_payment x join quittance.withholding w on w.payment = x.payment
            join quittance.invoice i on i.id = w.invoice
            left join lateral (select * from quittance.payment_event e where e.payment = w.payment
                               order by e.position desc limit 1) e on true
            left join quittance.withholding_certificate c
              on c.payment = w.payment and c.family = w.family and w.tax_minor <> 0
            order by w.payment collate "C", i.issue_date, i.number, i.id, w.position
            """;

    static final String HELD = """
            select f.*, true as read_at_all, a.entity, a.contractor, i.number
            from scope_document x join quittance.invoice i on i.id = x.invoice
            join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict = 'HELD'
            join quittance.finding f on f.subject = i.id and f.attempt = a.attempt
            order by a.entity, a.contractor, i.issue_date, i.number, i.id, f.position
            """;

    /** Rejected by a rule, and what could not be read as a document. */
    static final String REJECTED = """
            select f.*, true as read_at_all, a.entity, a.contractor, i.number, i.issue_date, i.id as ordering
            from scope_document x join quittance.invoice i on i.id = x.invoice
            join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict = 'REJECTED'
            join quittance.finding f on f.subject = i.id and f.attempt = a.attempt
            union all
            select f.*, false, coalesce(r.entity, ''), coalesce(r.contractor, ''), r.number, null, r.id
            from scope_refusal x join quittance.refusal r on r.id = x.refusal
            join quittance.finding f on f.subject = r.id and f.attempt = 0
            order by entity, contractor, issue_date, number, ordering, position
            """;

    /** The database's own opinion of each tie, over base tables and not over the rows of the sheets. */
    static final String FIGURES = """
            select 'DOCUMENT_MATH' as rule, a.entity, i.currency,
                   sum(case i.kind when 'INVOICE' then i.gross_minor else -i.gross_minor end)::bigint as minor
            from scope_document join quittance.invoice i on i.id = invoice
            join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict <> 'REJECTED' group by 2, 3
            union all
            select 'CANDIDATES_OUTCOMES', a.entity, null, count(*)
            from scope_document join quittance.invoice i on i.id = invoice
            join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict <> 'REJECTED'
            where exists (select 1 from quittance.run_candidate d join quittance.payment_run r on r.id = d.run
                          where d.invoice = i.id and r.state not in ('CANCELLED', 'PROPOSING')
                            and (cast(:run as text) is null or r.id = :run))
            group by 2
            union all
            select 'INVOICES_PAYMENTS', p.entity, p.currency, sum(p.minor + coalesce(
                       (select sum(w.kept_minor) from quittance.withholding w where w.payment = p.id), 0))::bigint
            from scope_payment join quittance.payment p on p.id = payment
            where not exists (select 1 from quittance.payment_event e
                              where e.payment = p.id and e.state in ('REJECTED', 'RETURNED')) group by 2, 3
            union all
            select 'PAYMENTS_LEDGER', j.entity, l.currency, -sum(l.minor)::bigint
            from scope_payment join ledger.journal j on j.event_key = 'payment:' || payment || ':released'
            join ledger.posting l on l.journal = j.id and l.account = '2190' group by 2, 3
            union all
            select 'INVOICES_LEDGER', j.entity, l.currency, -sum(l.minor)::bigint
            from scope_document join ledger.journal j on j.event_key = 'invoice:' || invoice || ':accepted'
            join ledger.posting l on l.journal = j.id and l.account = '2100' group by 2, 3
            union all
            select 'LEDGER_BALANCE', l.entity, l.currency, sum(l.minor) filter (where l.minor > 0)::bigint
            from scope_journal join ledger.posting l using (journal) group by 2, 3
            union all
            select 'VAT_OUTPUT', l.entity, l.currency, -sum(l.minor)::bigint
            from scope_journal join ledger.posting l using (journal) where l.account = '2510' group by 2, 3
            union all
            select 'VAT_INPUT', l.entity, l.currency, sum(l.minor)::bigint
            from scope_journal join ledger.posting l using (journal) where l.account = '1510' group by 2, 3
            union all
            select 'BANK_PAYMENTS', p.entity, p.currency, sum(p.minor)::bigint
            from scope_payment join quittance.payment p on p.id = payment
            where exists (select 1 from quittance.payment_event e where e.payment = p.id and e.state = 'SETTLED') group by 2, 3
            union all
            select 'HELD_COUNT', a.entity, null, count(*)
            from scope_document join quittance.invoice i on i.id = invoice
            join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict = 'HELD' group by 2
            union all
            select 'REJECTED_COUNT', a.entity, null, count(*)
            from scope_document join quittance.invoice i on i.id = invoice
            join quittance.assessment a on a.invoice = i.id and a.latest and a.verdict = 'REJECTED' group by 2
            union all
            select 'UNREAD_COUNT', coalesce(r.entity, ''), null, count(*)
            from scope_refusal join quittance.refusal r on r.id = refusal group by 2
            union all
            select 'VAT_AGAIN', v.entity, null, count(*)
            from scope_document join quittance.vat_entry v using (invoice)
            join quittance.tax_again a on a.invoice = v.invoice and a.position = v.position
            where (a.currency, a.base_minor, a.output_minor, a.input_minor, a.waiting_minor, a.non_recoverable_minor, a.rounding_minor)
                  is distinct from (v.currency, v.base_minor, v.output_minor, v.input_minor, v.waiting_minor, v.non_recoverable_minor,
                                    v.rounding_minor)
            group by 2
            union all
            select 'OPEN_AGEING', l.entity, l.currency, -sum(l.minor)::bigint
            from ledger.posting l where l.account = '2100'
              and (cast(:run as text) is null or l.entity = (select entity from quittance.payment_run where id = :run)) group by 2, 3
            order by 1, 2, 3
            """;

    private ReportSql() {}
}
