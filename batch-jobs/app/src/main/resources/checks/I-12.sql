-- Every delivered file is taken in or a duplicate; every document of it is an invoice or a refusal
select 'file ' || d.name || ' of ' || d.work_set || ' was delivered and is nowhere'
from quittance.intake_delivery d where not exists (select 1 from quittance.intake_file f where f.sha256 = d.sha256 and f.kind = d.kind)
union all
select 'file ' || f.name || ': ' || r.documents || ' documents, ' || r.understood || ' understood, ' || r.refused || ' refused'
from quittance.intake_result r join quittance.intake_file f on f.sha256 = r.sha256 and f.kind = 'INVOICES'
where r.documents <> r.understood + r.refused
   or r.understood <> (select count(*) from quittance.invoice i where i.file = r.sha256 and i.intake = r.intake)
   or r.refused <> (select count(*) from quittance.refusal x where x.file = r.sha256 and x.intake = r.intake)
union all
-- Only what was refused as a whole is read again: no document comes in twice by one file.
select 'file ' || file || ': its documents were taken in by ' || count(distinct intake) || ' work sets'
from quittance.invoice group by file having count(distinct intake) > 1
