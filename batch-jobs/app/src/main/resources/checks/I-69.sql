-- The several taxes of a VAT entry are those of its rate's row, and add up to it
select 'VAT entry ' || coalesce(c.entry, w.entry) || ': stored ' || coalesce(c.figures, 'nothing') || '; by its rate ' || coalesce(w.figures, 'nothing')
from (select entry, position, concat(tax, ' ', trim_scale(percent), ' %: ', output_minor, ' owed, ', input_minor, ' deducted, ', waiting_minor,
                                     ' once paid, ', non_recoverable_minor, ' a cost') as figures
      from quittance.vat_component) c
full join (
    select v.id as entry, p.n as position, concat(p.tax, ' ', trim_scale(p.percent), ' %: ', p.output_minor, ' owed, ', p.input_minor, ' deducted, ',
                                                  p.waiting_minor, ' once paid, ', p.lost_minor, ' a cost') as figures
    from quittance.vat_entry v join quittance.rate_rule r on r.id = v.rate_row
    cross join lateral quittance.parts_of(r.components, v.output_minor, v.input_minor, v.waiting_minor, v.non_recoverable_minor) p
    where r.components is not null) w using (entry, position)
where c.figures is distinct from w.figures
