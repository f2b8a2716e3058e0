-- Every file that was claimed ends in one place: read, refused as a whole, or known already
select 'claim ' || c.id || ' of ' || c.name || ' is in no delivery of ' || c.work_set
from quittance.claim c join quittance.work_set w on w.id = c.work_set and w.state = 'DONE'
where not exists (select 1 from quittance.intake_delivery d
                  where d.work_set = c.work_set and d.kind = c.kind and d.sha256 = c.sha256 and d.name = c.name)
union all
select 'delivery ' || d.position || ' of ' || d.work_set || ' was never claimed'
from quittance.intake_delivery d
where d.kind = 'INVOICES' and d.outcome <> 'AGAIN' and exists (select 1 from quittance.claim k where k.work_set = d.work_set)
  and not exists (select 1 from quittance.claim c
                  where c.work_set = d.work_set and c.kind = d.kind and c.sha256 = d.sha256 and c.name = d.name)
union all
select 'file ' || d.name || ' of ' || d.work_set || ' was never read'
from quittance.intake_delivery d join quittance.work_set w on w.id = d.work_set and w.state = 'DONE'
where d.kind = 'INVOICES' and d.outcome = 'NEW'
  and not exists (select 1 from quittance.intake_result r where r.sha256 = d.sha256)
