-- The rounding account is exactly what suppliers charged beyond our own figure, and that is never more than one unit a line
with entries as (
    select entity, currency, sum(rounding_minor) as minor from quittance.vat_entry group by 1, 2),
books as (
    select entity, currency, sum(minor) as minor from ledger.posting where account = '6190' group by 1, 2)
select 'rounding differences of ' || entity || ' in ' || currency || ': ledger ' || coalesce(b.minor, 0) || ', entries ' || coalesce(e.minor, 0)
from entries e full join books b using (entity, currency)
where coalesce(e.minor, 0) <> coalesce(b.minor, 0)
union all
-- In minor units of the document: one a line, and half a unit for each figure that the supplier's law rounds to whole ones; two of ours by
-- conversion. Whose law it is, is not known of entries without a row of their parties.
select 'VAT entry ' || v.id || ': ' || v.rounding_minor || ' of rounding on ' || v.charged_minor || ' is no rounding'
from quittance.vat_entry v
join quittance.invoice_vat t on t.invoice = v.invoice and t.position = v.position
join quittance.invoice i on i.id = v.invoice
join quittance.currency_decimals c on c.currency = i.currency
left join quittance.tax_party p on p.invoice = v.invoice
cross join lateral (select count(*) as lines from quittance.invoice_line l where l.invoice = v.invoice) l
cross join lateral (
    select coalesce(max(div(coalesce(nullif(r.cells ->> 'step', ''), '1')::numeric * power(10::numeric, c.decimals - (r.cells ->> 'scale')::integer), 2)
                        * greatest(1, cardinality(string_to_array(nullif(r.cells ->> 'parts', ''), ' ')))
                        * case when r.cells ->> 'level' = 'LINE' then greatest(l.lines, 1) else 1 end), 0) as minor
    from quittance.rule r
    where r.sheet = 'rounding-policies' and nullif(r.cells ->> 'scale', '')::integer < c.decimals
      and r.cells ->> 'currency' in ('', i.currency)
      and (p.invoice is null or r.cells ->> 'jurisdiction' in (p.supplier_vat_country, left(p.supplier_vat_country, 2)))) whole
where v.rounding_minor <> 0
  and (sign(v.rounding_minor) <> sign(v.charged_minor)
       or abs(v.rounding_minor::numeric) * t.tax_minor > abs(v.charged_minor::numeric) * (1 + l.lines + whole.minor) + 2 * t.tax_minor)
