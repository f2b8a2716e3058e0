-- What came after its period was closed says from where, to where and why: nothing is moved for another reason, nothing backwards
select 'VAT entry ' || v.id || ' was moved from ' || to_char(v.due_period, 'YYYY-MM') || ' to ' || to_char(v.period, 'YYYY-MM')
       || ', but no return of ' || to_char(v.due_period, 'YYYY-MM') || ' is closed'
from quittance.vat_entry v
where v.due_period <> v.period
  and not exists (select 1 from quittance.vat_return r
                  where r.entity = v.entity and r.jurisdiction = v.jurisdiction and v.due_period between r.first_day and r.last_day)
union all
select 'VAT entry ' || v.id || ' was moved to ' || to_char(v.period, 'YYYY-MM') || ' past ' || to_char(g.month, 'YYYY-MM') || ', which is open'
from quittance.vat_entry v
cross join lateral generate_series(v.due_period, (v.period - interval '1 month')::date, interval '1 month') as g (month)
where v.due_period <> v.period
  and not exists (select 1 from quittance.vat_return r
                  where r.entity = v.entity and r.jurisdiction = v.jurisdiction and g.month::date between r.first_day and r.last_day)
