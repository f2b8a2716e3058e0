-- V7: a credit note takes back where its invoice put in; nothing else is negative
select 'document ' || v.invoice || ' (' || i.kind || '): base ' || sum(v.base_minor) || ', owed ' || sum(v.output_minor) || ', deducted '
       || sum(v.input_minor) || ', not deducted ' || sum(v.non_recoverable_minor)
from quittance.vat_entry v
join quittance.invoice i on i.id = v.invoice
cross join lateral (select case i.kind when 'INVOICE' then 1 else -1 end as sign) s
group by v.invoice, i.kind, s.sign
having s.sign * sum(v.base_minor) < 0 or s.sign * sum(v.output_minor) < 0 or s.sign * sum(v.input_minor) < 0
    or s.sign * sum(v.non_recoverable_minor) < 0
union all
select 'credit note ' || c.invoice || ' is ' || v.treatment || ' in ' || v.jurisdiction || ', its invoice ' || k.invoice || ' is not'
from quittance.document_likeness c
join quittance.document_key k on k.entity = c.entity and k.contractor = c.contractor and k.kind = 'INVOICE'
                             and k.number = c.credited_number and k.year = c.credited_year
join quittance.vat_entry v on v.invoice = c.invoice
where c.verdict = 'ACCEPTED' and exists (select 1 from quittance.vat_entry o where o.invoice = k.invoice)
  and not exists (select 1 from quittance.vat_entry o
                  where o.invoice = k.invoice and o.treatment = v.treatment and o.jurisdiction = v.jurisdiction)
