-- V10: every row that was used is recorded, every rate was in force for its jurisdiction, each treatment fits where both parties are,
-- and our own tax has the class of rate that its rule asks for
with territory as materialized (
    select t.id, t.territory, t.area, t.return_area, t.union_name, t.valid_from, t.valid_to, r.recorded_at
    from quittance.territory_rule t join quittance.rule r on r.sheet = 'territories' and r.id = t.id)
select 'document ' || v.invoice || ', entry ' || v.position || ': ' || v.rate || ' % of ' || v.jurisdiction || ' on ' || coalesce(d.exchange_day, a.tax_point)
       || ' is not row ' || v.rate_row
from quittance.vat_entry v
join quittance.assessment a on a.invoice = v.invoice and a.latest
left join quittance.tax_dates d on d.invoice = a.invoice and d.attempt = a.attempt
left join quittance.rate_rule r on r.id = v.rate_row
where not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = v.invoice)
  and case when v.rate_row = 'none' then v.rate <> 0 or quittance.is_self_assessed(v.treatment)
           else (r.id is null or r.area <> coalesce((select max(t.area) from quittance.territory_rule t where t.territory = v.jurisdiction), v.jurisdiction) and v.treatment <> 'FOREIGN_VAT_CHARGED' or r.percent <> v.rate or r.valid_from > coalesce(d.exchange_day, a.tax_point)
                or r.valid_to < coalesce(d.exchange_day, a.tax_point))
      end
union all
select 'document ' || v.invoice || ' is ' || v.treatment || ' between ' || p.supplier_vat_country || ' and ' || p.payer_vat_country
from quittance.vat_entry v
join quittance.assessment a on a.invoice = v.invoice and a.latest
left join quittance.tax_dates d on d.invoice = a.invoice and d.attempt = a.attempt
join quittance.tax_party p on p.invoice = v.invoice
left join lateral (select t.area, t.union_name from territory t
                   where t.territory = p.supplier_vat_country and (t.valid_from is null or t.valid_from <= coalesce(d.exchange_day, a.tax_point))
                     and (t.valid_to is null or t.valid_to >= coalesce(d.exchange_day, a.tax_point))
                   order by t.recorded_at desc, t.id desc limit 1) s on true
left join lateral (select t.area, t.return_area, t.union_name from territory t
                   where t.territory = p.payer_vat_country and (t.valid_from is null or t.valid_from <= coalesce(d.exchange_day, a.tax_point))
                     and (t.valid_to is null or t.valid_to >= coalesce(d.exchange_day, a.tax_point))
                   order by t.recorded_at desc, t.id desc limit 1) h on true
where v.jurisdiction is distinct from coalesce(h.return_area, p.payer_vat_country)
   or case when v.treatment in ('DOMESTIC_TAXABLE', 'DOMESTIC_ZERO', 'DOMESTIC_EXEMPT')
           then coalesce(s.area, p.supplier_vat_country) <> coalesce(h.area, p.payer_vat_country)
           when v.treatment = 'DOMESTIC_RC'   -- art. 194, 199: by national law, also of a supplier from another Member State
           then coalesce(s.area, p.supplier_vat_country) <> coalesce(h.area, p.payer_vat_country)
                and (s.union_name is distinct from 'EU' or h.union_name is distinct from 'EU')
           when v.treatment = 'EU_SERVICE_RC'
           then s.union_name is distinct from 'EU' or h.union_name is distinct from 'EU' or s.area = h.area
           when v.treatment = 'NON_EU_SERVICE_RC' then s.union_name = 'EU' or h.union_name is distinct from 'EU'
           when v.treatment in ('IMPORT_SERVICE_RC', 'IMPORT_SERVICE_RC_PARTIAL', 'IMPORT_SERVICE_RC_NON_DEDUCTIBLE')
           then coalesce(s.area, p.supplier_vat_country) = coalesce(h.area, p.payer_vat_country)
           else false end
union all
select 'row ' || u.id || ' of ' || u.sheet || ' was used by ' || u.by || ' and is not recorded'
from (select distinct x.sheet, x.id, 'VAT entries' as by
      from (select distinct rate_row, treatment_rule, tax_point_row, rounding_row, recovery_row, box_row from quittance.vat_entry v
            where not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = v.invoice)) v
      cross join lateral (values ('rates', v.rate_row), ('treatment-rules', v.treatment_rule), ('tax-points', v.tax_point_row),
                                 ('rounding-policies', v.rounding_row), ('recovery-rules', v.recovery_row), ('return-boxes', v.box_row)) as x (sheet, id)
      union
      select distinct 'return-forms', l.form_row, 'closed returns' from quittance.vat_return_line l
      where not exists (select 1 from quittance.vat_return_entry e join quittance.vat_entry v on v.id = e.entry
                        join quittance.vat_entry_unrepeatable o on o.invoice = v.invoice where e.return_id = l.return_id)) u
where u.id ~ '^[A-Z]' and not exists (select 1 from quittance.rule r where r.sheet = u.sheet and r.id = u.id)
union all
select 'row ' || w.rule || ' of withholding-rules as of ' || w.rule_recorded_at || ' was used by run ' || w.run || ' and is not recorded'
from (select distinct rule, rule_recorded_at, run from quittance.withholding) w
where not exists (select 1 from quittance.rule r
                  where r.sheet in ('withholding-rules', 'treaty-rates') and r.id = w.rule and r.recorded_at = w.rule_recorded_at::text)
union all
select 'document ' || v.invoice || ', entry ' || v.position || ' is ' || v.treatment || ', its rule ' || v.treatment_rule || ' says ' || (r.cells ->> 'outcome')
from quittance.vat_entry v
join quittance.rule r on r.sheet = 'treatment-rules' and r.id = v.treatment_rule
where v.treatment <> split_part(r.cells ->> 'outcome', ' ', 1)
union all
select 'document ' || v.invoice || ', entry ' || v.position || ' has the ' || t.class || ' rate ' || v.rate_row || ', its rule ' || v.treatment_rule || ' asks for '
       || r.rate_class
from quittance.vat_entry v
join quittance.treatment_rule r on r.id = v.treatment_rule
join quittance.rate_rule t on t.id = v.rate_row
where quittance.is_self_assessed(v.treatment) and t.class <> r.rate_class
