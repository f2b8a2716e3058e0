-- What people list: amounts as decimals, account numbers masked.
create function quittance.amount(minor bigint, currency char(3)) returns numeric language sql stable as
    'select round(minor / power(10::numeric, d.decimals), d.decimals) from quittance.currency_decimals d where d.currency = $2';

create view quittance.list_invoices as
select i.entity, i.contractor, i.kind, i.number, i.issue_date, coalesce(a.due_date, i.due_date) as due_date, i.currency,
       quittance.amount(i.net_minor, i.currency) as net, quittance.amount(i.vat_minor, i.currency) as vat,
       quittance.amount(i.gross_minor, i.currency) as gross, quittance.amount(a.payable_minor, i.currency) as payable,
       coalesce(a.verdict, 'NEW') as verdict,
       case when a.verdict is null then 'NEW' when a.verdict <> 'ACCEPTED' then a.verdict
            when s.invoice is null then case when exists (select 1 from quittance.settlement r join quittance.payment_event e
                                                             on e.payment = r.payment and e.state in ('RETURNED', 'REJECTED')
                                                           where r.invoice = i.id) then 'RETURNED' else 'ACCEPTED' end
            when pr.state in ('RELEASED', 'SETTLED') and (s.payment is null or exists (
                select 1 from quittance.payment_event e where e.payment = s.payment and e.state = 'SETTLED')) then 'PAID'
            else 'IN_RUN' end as state,
       a.treatment, s.run, s.payment, i.file_name as file, i.position, i.line, i.id
from quittance.invoice i
left join quittance.assessment a on a.invoice = i.id and a.latest
left join quittance.settlement s on s.invoice = i.id and s.live
left join quittance.payment_run pr on pr.id = s.run;

create view quittance.list_findings as
select f.code, f.severity, coalesce(i.entity, r.entity) as entity, coalesce(i.contractor, r.contractor) as contractor,
       coalesce(i.number, r.number) as number, f.file, f.line, f.field, f.read, f.expected, f.message, f.hint
from quittance.finding f
left join quittance.invoice i on i.id = f.subject
left join quittance.refusal r on r.id = f.subject
where f.attempt = 0 or exists (select 1 from quittance.assessment a where a.invoice = f.subject and a.attempt = f.attempt and a.latest);

create view quittance.list_payments as
select p.id as payment, p.run, p.entity, p.contractor, p.payee_name, p.rail, p.currency, quittance.amount(p.minor, p.currency) as amount,
       p.account_country || '…' || right(p.account_number, 4) as account, p.end_to_end_id,
       coalesce((select e.state from quittance.payment_event e where e.payment = p.id order by e.position desc limit 1), 'PROPOSED') as state
from quittance.payment p;

create view quittance.list_files as
select f.run, f.name as file, f.rail, f.debit_account, b.currency, b.payments, quittance.amount(b.sum_minor, b.currency) as sum, f.sha256
from quittance.payment_file f join quittance.payment_batch b on b.file = f.message_id;

create view quittance.list_postings as
select s.number, p.position, j.entity, j.business_date, j.kind, j.reference, p.account, a.name as account_name, p.currency,
       quittance.amount(p.minor, p.currency) as amount, j.event_key
from ledger.posting p join ledger.journal j on j.id = p.journal join ledger.account a on a.code = p.account
left join ledger.sealed_journal s on s.journal = j.id;

create view quittance.list_vat as
select v.entity, v.jurisdiction, v.period, v.treatment, v.rate, v.currency, quittance.amount(v.base_minor, v.currency) as base,
       quittance.amount(v.output_minor, v.currency) as output, quittance.amount(v.input_minor, v.currency) as input,
       quittance.amount(v.non_recoverable_minor, v.currency) as non_recoverable, i.contractor, i.number, v.journal
from quittance.vat_entry v join quittance.invoice i on i.id = v.invoice;

create view quittance.list_ties as
select t.id, t.scope, t.title, t.currency, t.expected, t.actual, t.expected = t.actual as passed
from quittance.tie t
where t.work_set = (select id from quittance.work_set where stage = 'reconcile' and state = 'DONE' order by business_date desc, sequence desc limit 1);

grant select on quittance.list_invoices, quittance.list_findings, quittance.list_payments, quittance.list_files, quittance.list_postings,
    quittance.list_vat, quittance.list_ties to quittance_app;
grant execute on function quittance.amount(bigint, char) to quittance_app;
