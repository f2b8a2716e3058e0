-- VAT accounts of the ledger are the VAT entries, per entity and currency; every accepted document has a tax decision
with entries as (
    select entity, currency, sum(input_minor) as input, -sum(output_minor) as output from quittance.vat_entry group by 1, 2),
books as (
    select entity, currency, coalesce(sum(minor) filter (where account = '1510'), 0) as input,
           coalesce(sum(minor) filter (where account = '2510'), 0) as output
    from ledger.posting where account in ('1510', '2510') group by 1, 2)
select 'VAT of ' || entity || ' in ' || currency || ': ledger ' || coalesce(b.input, 0) || ' / ' || coalesce(b.output, 0)
       || ', entries ' || coalesce(e.input, 0) || ' / ' || coalesce(e.output, 0)
from entries e full join books b using (entity, currency)
where coalesce(e.input, 0) <> coalesce(b.input, 0) or coalesce(e.output, 0) <> coalesce(b.output, 0)
union all
select 'accepted document ' || a.invoice || ' has no VAT entry'
from quittance.assessment a
where a.latest and a.verdict = 'ACCEPTED' and not exists (select 1 from quittance.vat_entry v where v.invoice = a.invoice)
