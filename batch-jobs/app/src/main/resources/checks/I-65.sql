-- No document is accepted whose tax hangs on a VAT id that is missing, or that a register says is not in force, unless a person allowed it
select 'document ' || e.invoice || ' is accepted, but the VAT id of its ' || lower(e.role)
       || case when coalesce(e.number, '') = '' then ' is missing' else ' was not in force on ' || e.tax_point end
from quittance.registry_evidence e
join quittance.assessment a on a.invoice = e.invoice and a.attempt = e.attempt and a.latest and a.verdict = 'ACCEPTED'
where coalesce(e.number, '') = ''
   or e.standing = 'INVALID'
      and not exists (select 1 from quittance.finding_lifted l where l.invoice = e.invoice and l.code = 'Q820')
