-- The rounding account is exactly what suppliers charged beyond our own figure, and that is never more than one unit a line
with entries as (
    select entity, currency, sum(rounding_minor) as minor from quittance.vat_entry group by 1, 2),
books as (
    select entity, currency, sum(minor) as minor from ledger.posting where account = '6190' group by 1, 2)
select 'rounding differences of ' || entity || ' in ' || currency || ': ledger ' || coalesce(b.minor, 0) || ', entries ' || coalesce(e.minor, 0)
from entries e full join books b using (entity, currency)
where coalesce(e.minor, 0) <> coalesce(b.minor, 0)
union all
-- In minor units of the document: one a line, and half a unit of money where the supplier's law has whole ones; two of ours by conversion.
select 'VAT entry ' || v.id || ': ' || v.rounding_minor || ' of rounding on ' || v.charged_minor || ' is no rounding'
from quittance.vat_entry v join quittance.invoice_vat t on t.invoice = v.invoice and t.position = v.position
where v.rounding_minor <> 0
  and (sign(v.rounding_minor) <> sign(v.charged_minor)
       or abs(v.rounding_minor::numeric) * t.tax_minor > abs(v.charged_minor::numeric)
            * (51 + (select count(*) from quittance.invoice_line l where l.invoice = v.invoice)) + 2 * t.tax_minor)
