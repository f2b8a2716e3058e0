-- All tax of an entry that has boxes goes into them, nothing of it twice
select 'VAT entry ' || v.id || ', ' || s.kind || ' ' || s.minor || ' by its boxes, ' || s.whole || ' by itself'
from quittance.vat_entry v
cross join lateral (
    select 'OUTPUT' as kind, v.output_minor as whole,
           (select sum(p.minor) from quittance.vat_placed p where p.entry = v.id and p.kind = 'OUTPUT') as minor where v.output_boxes <> ''
    union all
    select 'INPUT', v.input_minor,
           (select sum(p.minor) from quittance.vat_placed p where p.entry = v.id and p.kind = 'INPUT') where v.input_boxes <> '') s
where s.minor is distinct from s.whole
