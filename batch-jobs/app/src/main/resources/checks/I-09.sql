-- Every journal of a finished work set is sealed
select 'journal ' || j.id || ' of ' || j.work_set || ' is not sealed'
from ledger.journal j join quittance.work_set w on w.id = j.work_set
where w.state = 'DONE' and not exists (select 1 from ledger.sealed_journal s where s.journal = j.id)
