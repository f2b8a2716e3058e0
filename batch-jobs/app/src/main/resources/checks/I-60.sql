-- V6: tax that we owe ourselves is deducted or a cost, wholly; the payee gets what he asked for; every box is what its entries come to
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
select 'box ' || box || ' ' || kind || ' of ' || entity || ' in ' || jurisdiction || ', ' || to_char(period, 'YYYY-MM') || ': entries '
       || coalesce(s.minor, 0) || ', again ' || coalesce(a.minor, 0)
from quittance.box_again a full join quittance.box_stored s using (entity, jurisdiction, period, currency, kind, box)
where coalesce(a.minor, 0) <> coalesce(s.minor, 0)
union all
select 'VAT entry ' || v.id || ' (' || v.treatment || ', ' || trim_scale(v.rate) || ' %) is placed by row ' || v.box_row || ', which is of '
       || coalesce(r.jurisdiction || ' ' || r.treatment, 'nothing')
from quittance.vat_entry v left join quittance.box_rule r on r.id = v.box_row
where v.box_row is not null and not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = v.invoice)
  and (r.id is null or r.jurisdiction <> v.jurisdiction or r.treatment <> v.treatment or r.percent <> v.rate)
