-- No more of what a person is owed is taxed than is owed: a document that came back and is paid again is taxed once. Nor is more taken
-- back than credit notes give. A person is the contractor with every id that its payments were ever added up with
with person as (
    select distinct w.entity, w.contractor, one.id
    from quittance.withholding w cross join lateral unnest(string_to_array(w.person, ' ')) as one (id)),
owed as (
    select p.entity, p.contractor, d.head, d.tax_currency, coalesce(sum(d.base_minor) filter (where d.base_minor > 0), 0) as minor,
           coalesce(sum(d.base_minor) filter (where d.base_minor < 0), 0) as credited
    from (select distinct on (invoice, head) entity, contractor, head, tax_currency, base_minor
          from quittance.withholding order by invoice, head, pay_date desc, run desc) d
    join person p on p.entity = d.entity and p.id = d.contractor
    group by 1, 2, 3, 4),
taxed as (
    select p.entity, p.contractor, s.head, s.tax_currency, coalesce(sum(s.taxed_minor) filter (where s.taxed_minor > 0), 0) as minor,
           coalesce(sum(s.taxed_minor) filter (where s.taxed_minor < 0 and s.base_minor < 0), 0) as taken_back
    from quittance.standing_withholding s join person p on p.entity = s.entity and p.id = s.contractor
    group by 1, 2, 3, 4)
select 'payee ' || contractor || ' of ' || entity || ', ' || head || ': '
       || case when t.minor > o.minor then t.minor || ' ' || tax_currency || ' taxed of ' || o.minor
               else -t.taken_back || ' ' || tax_currency || ' taken back of ' || -o.credited end
from taxed t join owed o using (entity, contractor, head, tax_currency)
where t.minor > o.minor or t.taken_back < o.credited
