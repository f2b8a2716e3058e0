-- Payables and payments in transit are exactly what is open, per entity and currency
with open as (
    select a.entity, a.currency, -sum(case i.kind when 'INVOICE' then a.payable_minor else -a.payable_minor end) as minor
    from quittance.assessment a join quittance.invoice i on i.id = a.invoice
    where a.latest and a.verdict = 'ACCEPTED'
      and not exists (select 1 from quittance.settlement s join quittance.payment_run r on r.id = s.run
                      where s.invoice = a.invoice and s.live and r.state in ('RELEASED', 'SETTLED'))
    group by 1, 2),
payables as (select entity, currency, sum(minor) as minor from ledger.posting where account = '2100' group by 1, 2),
transit as (
    select p.entity, p.currency, -sum(p.minor) as minor
    from quittance.payment p join quittance.payment_run r on r.id = p.run
    where r.state in ('RELEASED', 'SETTLED')
      and not exists (select 1 from quittance.payment_event e
                      where e.payment = p.id and e.state in ('REJECTED', 'SETTLED', 'RETURNED'))
    group by 1, 2),
in_transit as (select entity, currency, sum(minor) as minor from ledger.posting where account = '2190' group by 1, 2)
select 'payables of ' || entity || ' in ' || currency || ': ledger ' || coalesce(l.minor, 0) || ', open documents ' || coalesce(o.minor, 0)
from payables l full join open o using (entity, currency)
where coalesce(l.minor, 0) <> coalesce(o.minor, 0)
  and not exists (select 1 from quittance.work_set where state = 'OPEN')
union all
select 'in transit of ' || entity || ' in ' || currency || ': ledger ' || coalesce(l.minor, 0) || ', payments ' || coalesce(t.minor, 0)
from in_transit l full join transit t using (entity, currency)
where coalesce(l.minor, 0) <> coalesce(t.minor, 0)
  and not exists (select 1 from quittance.work_set where state = 'OPEN')
