-- Every candidate of a finished proposal has exactly one outcome; paid and netted ones have a settlement, others none
select 'run ' || d.run || ', document ' || d.invoice || ': ' || d.outcome || case when s.invoice is null then ' without' else ' with' end || ' settlement'
from quittance.run_decision d left join quittance.settlement s using (run, invoice)
where (d.outcome in ('PAID', 'NETTED')) <> (s.invoice is not null)
union all
select 'run ' || coalesce(c.run, d.run) || ', document ' || coalesce(c.invoice, d.invoice) || ': '
       || case when d.run is null then 'a candidate without an outcome' else d.outcome || ', but no candidate' end
from quittance.run_candidate c full join quittance.run_decision d on d.run = c.run and d.invoice = c.invoice
join quittance.payment_run r on r.id = coalesce(c.run, d.run) and r.state <> 'PROPOSING'
where (c.run is null or d.run is null)
  and not (r.state = 'CANCELLED' and r.digest is null)
