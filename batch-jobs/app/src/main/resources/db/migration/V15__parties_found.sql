-- A party that was unknown at intake is listed by the id under which the assessment found it.
create or replace view quittance.list_invoices as
select coalesce(a.entity, i.entity) as entity, coalesce(a.contractor, i.contractor) as contractor, i.kind, i.number, i.issue_date,
       coalesce(a.due_date, i.due_date) as due_date, i.currency,
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
