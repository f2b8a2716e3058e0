-- Every VAT entry names the rows that decided it: the rule always, the rate where there is tax; and its document's evidence names them, too
select 'VAT entry ' || v.id || ' of document ' || v.invoice || ' keeps no row of the ' || missing
from quittance.vat_entry v
cross join lateral (values ('rules', v.treatment_rule in ('', 'none')),
                           ('rates', v.rate_row in ('', 'none') and (v.rate <> 0 or v.output_minor <> 0))) as looked(missing, found)
where looked.found
union all
select 'VAT entry ' || v.id || ' was decided by ' || v.treatment_rule || ' and ' || v.rate_row || ', which the evidence of document '
       || v.invoice || ' does not name'
from quittance.vat_entry v
join quittance.assessment a on a.invoice = v.invoice and a.latest
where v.treatment_rule <> 'before V22'
  and (strpos(coalesce(a.steps, ''), v.treatment_rule) = 0
       or v.rate_row <> 'none' and strpos(coalesce(a.steps, ''), v.rate_row) = 0)
