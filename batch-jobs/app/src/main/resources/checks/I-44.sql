-- Every VAT entry divides its tax without rest, has the tax point that was derived for its document, and deducts nothing before the invoice is held
select 'VAT entry ' || id || ': ' || input_minor || ' + ' || waiting_minor || ' + ' || non_recoverable_minor || ' + ' || rounding_minor
       || ' is not ' || charged_minor || ' + ' || output_minor || ' + ' || included_minor
from quittance.vat_entry
where input_minor + waiting_minor + non_recoverable_minor + rounding_minor <> charged_minor + output_minor + included_minor
union all
select 'assessment of ' || a.invoice || ' has the tax point ' || a.tax_point || ', its days say ' || d.tax_point
from quittance.assessment a join quittance.tax_dates d on d.invoice = a.invoice and d.attempt = a.attempt
where a.latest and a.tax_point <> d.tax_point
union all
select 'VAT entry ' || v.id || ' of ' || v.tax_point || ' by ' || v.tax_point_row || ' is not what ' || d.tax_point_row || ' says: ' || d.tax_point
from quittance.vat_entry v
join quittance.assessment a on a.invoice = v.invoice and a.latest
join quittance.tax_dates d on d.invoice = a.invoice and d.attempt = a.attempt
where v.tax_point_row <> 'paid'
  and (v.tax_point_row <> d.tax_point_row or (d.tax_point_row <> 'as corrected' and v.tax_point <> d.tax_point))
union all
select 'VAT entry ' || v.id || ' is due in ' || to_char(v.due_period, 'YYYY-MM') || ', its days say '
       || quittance.due_on(v.treatment, v.tax_point, i.issue_date, w.business_date)
from quittance.vat_entry v
join quittance.invoice i on i.id = v.invoice
join quittance.work_set w on w.id = i.intake
where v.tax_point_row <> 'paid'
  and v.due_period <> date_trunc('month', quittance.due_on(v.treatment, v.tax_point, i.issue_date, w.business_date))::date
