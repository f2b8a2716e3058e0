-- Every VAT entry is what document, rate row, exchange rates and proportion come to when they are calculated again in SQL
select 'document ' || coalesce(a.invoice, v.invoice) || ', entry ' || coalesce(a.position, v.position) || ': stored ' || coalesce(v.figures, 'nothing')
       || '; again ' || coalesce(a.figures, 'nothing')
from (select invoice, position, entity, currency,
             concat('base ', base_minor, ', owed ', output_minor, ', deducted ', input_minor, ', once paid ', waiting_minor,
                    ', a cost ', non_recoverable_minor, ', rounding ', rounding_minor) as figures
      from quittance.tax_again) a
full join (select invoice, position, entity, currency,
                  concat('base ', base_minor, ', owed ', output_minor, ', deducted ', input_minor, ', once paid ', waiting_minor,
                         ', a cost ', non_recoverable_minor, ', rounding ', rounding_minor) as figures
           from quittance.vat_entry v
           where v.tax_point_row <> 'paid'
             and not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = v.invoice)) v
  on v.invoice = a.invoice and v.position = a.position
where (a.entity, a.currency, a.figures) is distinct from (v.entity, v.currency, v.figures)
