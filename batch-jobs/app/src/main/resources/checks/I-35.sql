-- What was billed of each piece of approved work is the sum of its accepted documents, and of those only
select 'work ' || coalesce(u.contract, d.contract) || ' ' || coalesce(u.name, d.name) || ': ' || coalesce(trim_scale(u.billed), 0)
       || ', its documents ' || coalesce(trim_scale(d.units), 0)
from quittance.work_use u
full join (select b.contract, b.name, sum(b.units) as units
           from quittance.work_billed b join quittance.assessment a on a.invoice = b.invoice and a.latest and a.verdict = 'ACCEPTED'
           group by 1, 2) d using (contract, name)
where coalesce(u.billed, 0) <> coalesce(d.units, 0)
union all
select 'work ' || b.contract || ' ' || b.name || ' is billed by document ' || b.invoice || ', which is not accepted'
from quittance.work_billed b left join quittance.assessment a on a.invoice = b.invoice and a.latest
where a.verdict is distinct from 'ACCEPTED'
