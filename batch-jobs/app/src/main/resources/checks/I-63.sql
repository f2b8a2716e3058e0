-- V9, V14: the list of services from other Member States is what the returns say of them, and each stands under both VAT ids that it needs
select 'services from other Member States of ' || coalesce(l.entity, v.entity) || ', ' || coalesce(l.period, v.period) || ': listed '
       || coalesce(l.base, 0) || ', declared ' || coalesce(v.base, 0)
from (select entity, jurisdiction, period, sum(base_minor) as base from quittance.ec_purchase where vat_id is not null group by 1, 2, 3) l
full join (select entity, jurisdiction, period, sum(base_minor) as base from quittance.tax_again
           where treatment = 'EU_SERVICE_RC' group by 1, 2, 3) v using (entity, jurisdiction, period)
where coalesce(l.base, 0) <> coalesce(v.base, 0)
  and not exists (select 1 from quittance.vat_entry e join quittance.vat_entry_unrepeatable using (invoice)
                  where e.entity = coalesce(l.entity, v.entity) and e.period = coalesce(l.period, v.period))
union all
select 'document ' || v.invoice || ' is ' || v.treatment || ' without the VAT id of '
       || case when p.payer_vat_id is null then 'the payer' else 'the supplier' end
from quittance.vat_entry v join quittance.tax_party p on p.invoice = v.invoice
where (quittance.is_self_assessed(v.treatment) and p.payer_vat_id is null) or (v.treatment = 'EU_SERVICE_RC' and p.supplier_vat_id is null)
