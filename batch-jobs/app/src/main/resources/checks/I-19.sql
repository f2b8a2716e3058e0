-- The running sum of each contract is the sum of its accepted documents
select 'contract ' || u.contract || ': ' || u.accepted_minor || ', its documents ' || coalesce(d.minor, 0)
from quittance.contract_use u
left join (select i.contract, sum(case i.kind when 'INVOICE' then i.net_minor else -i.net_minor end) as minor
           from quittance.assessment a join quittance.invoice i on i.id = a.invoice
           where a.latest and a.verdict = 'ACCEPTED' group by 1) d using (contract)
where u.accepted_minor <> coalesce(d.minor, 0)
