-- A closed VAT return has the days that its period says, and what it tells as withheld is what payments kept back
select 'return ' || r.id || ' speaks of ' || r.first_day || ' to ' || r.last_day || ', which is not ' || r.period
from quittance.vat_return r
cross join lateral (
    select case
        when r.period ~ '^\d{4}$' then to_date(r.period || '-01', 'YYYY-MM')
        when r.period ~ '^\d{4}-[BQTH]\d$' then (to_date(left(r.period, 4) || '-01', 'YYYY-MM') + make_interval(months =>
            (right(r.period, 1)::int - 1) * case substr(r.period, 6, 1) when 'B' then 2 when 'Q' then 3 when 'T' then 4 else 6 end))::date
        when r.period ~ '^\d{4}-\d{2}(\.\.\d{4}-\d{2})?$' then to_date(left(r.period, 7), 'YYYY-MM') end as first_day,
    case
        when r.period ~ '^\d{4}$' then 12
        when r.period ~ '^\d{4}-[BQTH]\d$' then case substr(r.period, 6, 1) when 'B' then 2 when 'Q' then 3 when 'T' then 4 else 6 end
        when r.period ~ '^\d{4}-\d{2}$' then 1
        when r.period ~ '^\d{4}-\d{2}\.\.\d{4}-\d{2}$' then 1
            + (substr(r.period, 10, 4)::int - left(r.period, 4)::int) * 12 + right(r.period, 2)::int - substr(r.period, 6, 2)::int end as months) p
where p.first_day is distinct from r.first_day
   or (p.first_day + make_interval(months => p.months) - interval '1 day')::date is distinct from r.last_day
union all
select 'return ' || l.return_id || ', box ' || l.box || ': withheld ' || l.ledger || ' from ' || l.entries || ' documents, payments kept back '
       || coalesce(w.tax, 0) || ' from ' || coalesce(w.documents, 0)
from quittance.vat_return_line l
left join (select x.return_id, sum(quittance.amount(w.tax_minor, w.tax_currency)) as tax, count(*) as documents
           from quittance.vat_return_withholding x join quittance.withholding w using (run, invoice, position) group by 1) w
       on w.return_id = l.return_id
where l.kind = 'WITHHELD' and (l.ledger <> coalesce(w.tax, 0) or l.entries <> coalesce(w.documents, 0))
