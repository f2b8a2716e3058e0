-- No two accepted documents of one supplier say the same; every accepted or held one can be compared with what comes later
select 'documents ' || string_agg(l.invoice::text, ', ' order by l.since) || ' of ' || l.supplier || ' say the same: number ' || l.number
       || ' of ' || l.issue_date
from quittance.document_likeness l
where l.verdict = 'ACCEPTED'
group by l.entity, l.supplier, l.fingerprint, l.number, l.issue_date having count(*) > 1
union all
select 'document ' || coalesce(a.invoice, l.invoice) || ' is ' || coalesce(lower(a.verdict), 'not assessed') || ', as a likeness it is '
       || coalesce(lower(l.verdict), 'not known')
from (select invoice, verdict from quittance.assessment where latest and verdict <> 'REJECTED') a
full join quittance.document_likeness l using (invoice)
where a.verdict is distinct from l.verdict
