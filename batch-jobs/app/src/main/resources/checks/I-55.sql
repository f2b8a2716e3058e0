-- Every VAT entry is what document, rate row, exchange rates and proportion come to when they are calculated again in SQL
select 'document ' || coalesce(a.invoice, v.invoice) || ', entry ' || coalesce(a.position, v.position) || ': base ' || coalesce(v.base_minor::text, 'none')
       || ', owed ' || coalesce(v.output_minor::text, 'none') || ', deducted ' || coalesce(v.input_minor::text, 'none') || ', not deducted '
       || coalesce(v.non_recoverable_minor::text, 'none') || '; again base ' || coalesce(a.base_minor::text, 'none') || ', owed '
       || coalesce(a.output_minor::text, 'none') || ', deducted ' || coalesce(a.input_minor::text, 'none') || ', not deducted '
       || coalesce(a.non_recoverable_minor::text, 'none')
from quittance.tax_again a
full join (select * from quittance.vat_entry v
           where not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = v.invoice)) v
  on v.invoice = a.invoice and v.position = a.position
where (a.entity, a.currency, a.base_minor, a.output_minor, a.input_minor, a.non_recoverable_minor)
      is distinct from (v.entity, v.currency, v.base_minor, v.output_minor, v.input_minor, v.non_recoverable_minor)
