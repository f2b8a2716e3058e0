-- Every accepted document is posted once, and no other is
select 'accepted document ' || a.invoice || ' has no journal'
from quittance.assessment a
where a.latest and a.verdict = 'ACCEPTED'
  and not exists (select 1 from ledger.journal j where j.event_key = 'invoice:' || a.invoice || ':accepted')
union all
select 'journal ' || j.event_key || ' is of a document that is not accepted'
from ledger.journal j
where j.kind = 'ACCEPTED'
  and not exists (select 1 from quittance.assessment a where a.latest and a.verdict = 'ACCEPTED' and 'invoice:' || a.invoice || ':accepted' = j.event_key)
