-- A closed VAT return holds exactly the entries of its period, each entry once; periods of one taxpayer do not overlap
select 'VAT entry ' || v.id || ' stands in ' || to_char(v.period, 'YYYY-MM') || ', but the return ' || r.id || ' was closed without it'
from quittance.vat_entry v
join quittance.vat_return r on r.entity = v.entity and r.jurisdiction = v.jurisdiction and v.period between r.first_day and r.last_day
where not exists (select 1 from quittance.vat_return_entry e where e.entry = v.id and e.return_id = r.id)
union all
select 'VAT entry ' || v.id || ' is in the return ' || r.id || ', which is not of its period'
from quittance.vat_return_entry e
join quittance.vat_entry v on v.id = e.entry
join quittance.vat_return r on r.id = e.return_id
where r.entity <> v.entity or r.jurisdiction <> v.jurisdiction or v.period not between r.first_day and r.last_day
union all
select 'return ' || r.id || ' tells ' || r.entries || ' entries and has ' || count(e.entry)
from quittance.vat_return r left join quittance.vat_return_entry e on e.return_id = r.id
group by r.id having r.entries <> count(e.entry)
union all
select 'returns ' || r.id || ' and ' || o.id || ' overlap'
from quittance.vat_return r join quittance.vat_return o
  on o.entity = r.entity and o.jurisdiction = r.jurisdiction and o.id > r.id and o.first_day <= r.last_day and o.last_day >= r.first_day
