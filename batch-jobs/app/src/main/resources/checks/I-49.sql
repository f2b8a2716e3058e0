-- No more of what a person is owed is taxed than is owed: a document that came back and is paid again is taxed once. A person is the
-- contractor with every id that its payments were ever added up with. What came back counts, since a limit may have counted it; a credit
-- note takes off what it took back, and nothing where none of it was taken back.
with person as (
    select distinct w.entity, w.contractor, one.id
    from quittance.withholding w cross join lateral unnest(string_to_array(w.person, ' ')) as one (id)),
based as (
    select entity, contractor, head, tax_currency, base_minor
    from (select distinct on (invoice, head) entity, contractor, head, tax_currency, base_minor
          from quittance.withholding order by invoice, head, pay_date desc, run desc) newest
    where base_minor >= 0
    union all
    select entity, contractor, head, tax_currency, base_minor from quittance.standing_withholding where base_minor < 0 and taxed_minor <> 0),
owed as (
    select p.entity, p.contractor, b.head, b.tax_currency, sum(b.base_minor) as minor
    from based b join person p on p.entity = b.entity and p.id = b.contractor
    group by 1, 2, 3, 4),
taxed as (
    select p.entity, p.contractor, s.head, s.tax_currency, sum(s.taxed_minor) as minor
    from quittance.standing_withholding s join person p on p.entity = s.entity and p.id = s.contractor
    group by 1, 2, 3, 4)
select 'payee ' || contractor || ' of ' || entity || ', ' || head || ': ' || t.minor || ' ' || tax_currency || ' taxed of ' || coalesce(o.minor, 0)
from taxed t left join owed o using (entity, contractor, head, tax_currency)
where t.minor > coalesce(o.minor, 0)
