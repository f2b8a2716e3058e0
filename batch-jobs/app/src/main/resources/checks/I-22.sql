-- No document whose money may be out already waits in a run to be paid again
select 'document ' || s.invoice || ' is in run ' || s.run || ': ' || d.reason
from quittance.document_in_doubt d
join quittance.settlement s on s.invoice = d.invoice and s.live
join quittance.payment_run r on r.id = s.run and r.state in ('PROPOSING', 'PROPOSED', 'APPROVED')
