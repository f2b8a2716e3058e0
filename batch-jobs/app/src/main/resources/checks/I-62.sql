-- V8: a document in another currency stands in the VAT ledger in the currency of the return, by rates for VAT that somebody published
select 'document ' || v.invoice || ', entry ' || v.position || ' is in ' || v.currency || ', the return in ' || coalesce(a.functional, 'nothing')
from quittance.vat_entry v
left join quittance.assessment a on a.invoice = v.invoice and a.latest and a.verdict = 'ACCEPTED'
where v.currency is distinct from a.functional
union all
select 'document ' || a.invoice || ' is in ' || i.currency || ' and has no rate for VAT'
from quittance.assessment a
join quittance.invoice i on i.id = a.invoice
where a.latest and a.verdict = 'ACCEPTED' and i.currency <> a.functional
  and exists (select 1 from quittance.vat_entry v where v.invoice = a.invoice and v.base_minor <> 0)
  and not exists (select 1 from quittance.conversion c
                  where c.invoice = a.invoice and c.attempt = a.attempt and c.purpose = 'VAT' and c.from_currency = i.currency
                    and c.to_currency = a.functional)
union all
select 'nobody published "' || step || '", which VAT was exchanged by'
from (select distinct unnest(string_to_array(path, ';')) as step from quittance.conversion where purpose = 'VAT') p
where split_part(step, ' ', 1) <> 'PEG'
  and not exists (select 1 from quittance.rate r
                  where r.source = split_part(step, ' ', 1) and r.base || '/' || r.quote = split_part(step, ' ', 2)
                    and r.valid_from = split_part(step, ' ', 3)::date and r.value = split_part(step, ' ', 4)::numeric)
