-- Each payment is the sum of what it settles less what was kept back of it; each batch the sum of its payments; each released file is in the ledger
select 'payment ' || p.id || ' is ' || p.minor || ', its documents ' || sum(s.minor) || ', kept back ' || k.minor
from quittance.payment p join quittance.settlement s on s.payment = p.id
cross join lateral (select coalesce(sum(w.kept_minor), 0) as minor from quittance.withholding w where w.payment = p.id) k
group by p.id, k.minor having p.minor + k.minor <> sum(s.minor)
union all
select 'batch ' || b.id || ' is ' || b.payments || ' payments of ' || b.sum_minor || ', in the run are ' || count(p.*) || ' of ' || sum(p.minor)
from quittance.payment_batch b join quittance.payment p on p.batch = b.id
group by b.id having b.payments <> count(p.*) or b.sum_minor <> sum(p.minor)
union all
select 'released payment ' || p.id || ' has no journal'
from quittance.payment p join quittance.payment_run r on r.id = p.run
where r.state in ('RELEASED', 'SETTLED')
  and not exists (select 1 from quittance.work_set w where w.stage = 'release' and w.scope = r.id and w.state = 'OPEN')
  and not exists (select 1 from ledger.journal j where j.event_key = 'payment:' || p.id || ':released')
