-- Every released run was approved by others than its proposer, under its final digest
select 'run ' || r.id || ' is ' || r.state || ' without a valid approval'
from quittance.payment_run r
where r.state in ('APPROVED', 'RELEASED', 'SETTLED')
  and not exists (select 1 from quittance.approval a where a.run = r.id and a.digest = r.digest and a.approver <> r.proposed_by)
