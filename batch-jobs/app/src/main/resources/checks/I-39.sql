-- No run pays a document that a person held when it was proposed
select 'document ' || s.invoice || ' is in run ' || s.run || ', but ' || h.held_by || ' holds it: ' || h.reason
from quittance.settlement s
join quittance.payment_run r on r.id = s.run
join quittance.standing_hold h on h.invoice = s.invoice
where s.live and (h.until is null or h.until > r.business_date)
union all
select 'document ' || d.invoice || ' is ' || lower(d.outcome) || ' in run ' || d.run || ' because it is held, but nobody held it'
from quittance.run_decision d
where d.outcome = 'HELD' and d.reason like 'Q709 %'
  and not exists (select 1 from quittance.person_hold h where h.invoice = d.invoice)
