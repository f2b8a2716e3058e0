-- No document that a person withdrew is accepted, or paid by a run
select 'document ' || d.invoice || ' was withdrawn by ' || d.withdrawn_by || ', but it is '
       || case when s.run is null then lower(a.verdict) else 'in run ' || s.run end
from quittance.document_withdrawn d
left join quittance.assessment a on a.invoice = d.invoice and a.latest
left join quittance.settlement s on s.invoice = d.invoice and s.live
where a.verdict = 'ACCEPTED' or s.run is not null
