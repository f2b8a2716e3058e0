-- Every candidate of a finished proposal has exactly one outcome; paid and netted ones have a settlement, others none
select 'run ' || d.run || ', document ' || d.invoice || ': ' || d.outcome || case when s.invoice is null then ' without' else ' with' end || ' settlement'
from quittance.run_decision d left join quittance.settlement s using (run, invoice)
where (d.outcome in ('PAID', 'NETTED')) <> (s.invoice is not null)
