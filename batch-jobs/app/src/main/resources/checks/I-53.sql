-- What came after its period was closed says from where, to where and why: moved for no other reason, not further than it must, and never behind a closed return
with closed as (select entity, jurisdiction, max(last_day) as upto from quittance.vat_return group by 1, 2)
select 'VAT entry ' || v.id || ' was moved from ' || to_char(v.due_period, 'YYYY-MM') || ' to ' || to_char(v.period, 'YYYY-MM')
       || ', but no return of ' || to_char(v.due_period, 'YYYY-MM') || ' or later is closed'
from quittance.vat_entry v left join closed c on c.entity = v.entity and c.jurisdiction = v.jurisdiction
where v.due_period <> v.period and (c.upto is null or c.upto < v.due_period)
union all
select 'VAT entry ' || v.id || ' was moved to ' || to_char(v.period, 'YYYY-MM') || ' past ' || to_char(c.upto + 1, 'YYYY-MM') || ', which is open'
from quittance.vat_entry v join closed c on c.entity = v.entity and c.jurisdiction = v.jurisdiction
where v.due_period <> v.period and v.due_period <= c.upto and v.period > c.upto + 1
union all
select 'VAT entry ' || v.id || ' stands in ' || to_char(v.period, 'YYYY-MM') || ', in no return, and everything up to ' || c.upto || ' is closed'
from quittance.vat_entry v join closed c on c.entity = v.entity and c.jurisdiction = v.jurisdiction
where v.period <= c.upto and not exists (select 1 from quittance.vat_return_entry e where e.entry = v.id)
