-- Every accepted or held document holds its own key, unless it waits because another has it, and no other document holds one
select 'key ' || k.number || ' of ' || k.contractor || ' (' || k.entity || ', ' || k.year || ') belongs to document ' || k.invoice || ', which is '
       || coalesce(lower(a.verdict), 'not assessed')
from quittance.document_key k left join quittance.assessment a on a.invoice = k.invoice and a.latest
where a.verdict is null or a.verdict = 'REJECTED'
union all
select 'document ' || a.invoice || ' is ' || lower(a.verdict) || ' and holds no key'
from quittance.assessment a
where a.latest and a.verdict <> 'REJECTED'
  and not exists (select 1 from quittance.document_key k join quittance.invoice i on i.id = k.invoice
                  where k.invoice = a.invoice and k.entity = a.entity and k.contractor = a.contractor and k.kind = i.kind
                    and k.number = i.number_normalised and k.year = extract(year from i.issue_date))
  and not exists (select 1 from quittance.finding f where f.subject = a.invoice and f.attempt = a.attempt and f.code = 'Q404')
