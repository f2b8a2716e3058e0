-- Every accepted document whose tax hangs on VAT ids points to what was known of them: of both for a service from another member state
select 'document ' || a.invoice || ' is ' || a.treatment || ', and nothing says what was known of the VAT id of its ' || lower(r.role)
from quittance.assessment a
join quittance.work_set w on w.id = a.work_set and w.registry_mark is not null
cross join (values ('PAYER'), ('SUPPLIER')) as r (role)
where a.latest and a.verdict = 'ACCEPTED' and a.treatment = 'EU_SERVICE_RC'
  and not exists (select 1 from quittance.registry_evidence e where e.invoice = a.invoice and e.attempt = a.attempt and e.role = r.role)
union all
select 'evidence about the ' || lower(e.role) || ' of document ' || e.invoice || ', attempt ' || e.attempt || ', belongs to no assessment'
from quittance.registry_evidence e
where not exists (select 1 from quittance.assessment a where a.invoice = e.invoice and a.attempt = e.attempt)
