-- V1: tax that a supplier charges is base x rate, but for one unit of rounding per line; who does not charge it has no tax on the document
select 'document ' || b.invoice || ', breakdown ' || b.position || ' (' || v.treatment || '): ' || v.rate || ' % of ' || b.base_minor
       || ' is not ' || b.tax_minor || ' ' || i.currency
from quittance.vat_entry v
join quittance.invoice i on i.id = v.invoice
join quittance.invoice_vat b on b.invoice = v.invoice and b.position = v.position
join quittance.currency_decimals d on d.currency = i.currency
where case when v.treatment in ('DOMESTIC_TAXABLE', 'FOREIGN_VAT_CHARGED')
           then abs(b.tax_minor - b.base_minor * v.rate / 100)
                > (select greatest(count(*), 1) from quittance.invoice_line l
                   where l.invoice = b.invoice and l.category = b.category and l.rate is not distinct from b.rate)
                  * (select greatest(max(o.step * power(10::numeric, d.decimals - o.scale)), 1) from quittance.rounding_rule o
                     where o.jurisdiction in (v.jurisdiction, '*') and o.currency in ('', i.currency))
           else b.tax_minor <> 0 end
