-- No more of what a person is owed is taxed than is owed: a document that came back and is paid again is taxed once. A person is the
-- contractor with every id that its payments were ever added up with
with person as (
    select distinct w.entity, w.contractor, one.id
    from quittance.withholding w cross join lateral unnest(string_to_array(w.person, ' ')) as one (id)),
owed as (
    select p.entity, p.contractor, d.head, d.tax_currency, sum(d.base_minor) as minor, bool_and(d.base_minor >= 0) as invoices
    from (select distinct on (invoice, head) entity, contractor, head, tax_currency, base_minor
          from quittance.withholding order by invoice, head, pay_date desc, run desc) d
    join person p on p.entity = d.entity and p.id = d.contractor
    group by 1, 2, 3, 4),
taxed as (
    select p.entity, p.contractor, s.head, s.tax_currency, sum(s.taxed_minor) as minor
    from quittance.standing_withholding s join person p on p.entity = s.entity and p.id = s.contractor
    group by 1, 2, 3, 4)
select 'payee ' || contractor || ' of ' || entity || ', ' || head || ': ' || t.minor || ' ' || tax_currency || ' taxed of ' || o.minor
from taxed t join owed o using (entity, contractor, head, tax_currency)
where o.invoices and t.minor > o.minor
