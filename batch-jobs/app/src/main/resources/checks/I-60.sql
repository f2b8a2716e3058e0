-- V6: tax that we owe ourselves is deducted or a cost, wholly; the payee gets what he asked for, and the return has a box for it
select 'document ' || v.invoice || ', entry ' || v.position || ': ' || v.output_minor || ' owed, ' || v.input_minor || ' deducted, '
       || v.non_recoverable_minor || ' a cost'
from quittance.vat_entry v
where v.tax_point_row <> 'paid'
  and case when quittance.is_self_assessed(v.treatment)
           then v.output_minor + v.included_minor <> v.input_minor + v.waiting_minor + v.non_recoverable_minor
           else v.output_minor <> 0 end
union all
select 'document ' || a.invoice || ' asks for ' || i.due_minor || ' ' || i.currency || ', payable is ' || a.payable_minor
from quittance.assessment a
join quittance.invoice i on i.id = a.invoice
where a.latest and a.verdict = 'ACCEPTED' and a.payable_minor <> i.due_minor
  and exists (select 1 from quittance.vat_entry v where v.invoice = a.invoice and quittance.is_self_assessed(v.treatment))
union all
select distinct 'no box of ' || v.jurisdiction || ' takes the tax of ' || v.treatment
from quittance.vat_entry v
where quittance.is_self_assessed(v.treatment) and v.output_minor <> 0
  and exists (select 1 from quittance.box_rule b where b.jurisdiction = v.jurisdiction and b.output_boxes is not null)
  and not exists (select 1 from quittance.box_rule b
                  where b.jurisdiction = v.jurisdiction and b.treatment = v.treatment and b.output_boxes is not null)
