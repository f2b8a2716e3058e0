-- Every approved run was signed by as many others than its proposer as it needs, under its final digest
select 'run ' || r.id || ' is ' || r.state || ' with ' || count(distinct a.approver) || ' of ' || r.approvals_needed || ' valid approvals'
from quittance.payment_run r
left join quittance.approval a on a.run = r.id and a.digest = r.digest and a.approver <> r.proposed_by
where r.state in ('APPROVED', 'RELEASED', 'SETTLED')
group by r.id having count(distinct a.approver) < r.approvals_needed
