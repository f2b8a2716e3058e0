-- No work is left half done: start the same command again, or cancel the run
select 'work ' || w.id || ' of ' || w.stage || case when w.scope = '' then '' else ' ' || w.scope end || ' was begun and is not finished'
from quittance.work_set w
where w.state = 'OPEN'
  and not exists (select 1 from quittance.gate g join pg_stat_activity a on a.application_name = g.holder)
union all
select 'run ' || r.id || ' is being proposed, but nothing is left to propose it'
from quittance.payment_run r join quittance.work_set w on w.id = r.work_set
where r.state = 'PROPOSING' and w.state = 'DONE'
