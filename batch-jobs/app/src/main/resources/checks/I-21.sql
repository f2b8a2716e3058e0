-- Every file from a bank is read, and every message of a finished bank stage has an outcome
select 'bank file ' || d.name || ' of ' || d.work_set || ' was never read'
from quittance.intake_delivery d join quittance.work_set w on w.id = d.work_set and w.state = 'DONE'
where d.kind = 'BANK' and d.outcome <> 'DUPLICATE'
  and not exists (select 1 from quittance.bank_message m where m.file = d.sha256)
union all
select 'message ' || m.number || ' of bank file ' || m.file || ' in ' || m.work_set || ' has no outcome'
from quittance.bank_message m join quittance.work_set w on w.id = m.work_set and w.state = 'DONE'
where not exists (select 1 from quittance.bank_result r
                  where r.file = m.file and r.number = m.number and r.attempt = m.attempt)
