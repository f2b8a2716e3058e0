-- A figure of a closed VAT return is the sum of its entries, and differs from what is declared by rounding only
with placed as (
    select e.return_id, x.box, x.kind, x.minor, v.currency
    from quittance.vat_return_entry e join quittance.vat_entry v on v.id = e.entry
    cross join lateral (
        select b as box, 'BASE' as kind, v.base_minor as minor from unnest(string_to_array(v.base_boxes, ' ')) b
        union all
        select b, 'GROSS', v.base_minor + v.charged_minor from unnest(string_to_array(v.base_boxes, ' ')) b
        union all
        select b, 'DEDUCTED', quittance.deducted_gross(v.base_minor, v.charged_minor, v.input_minor) from unnest(string_to_array(v.base_boxes, ' ')) b
        union all
        select p.box, p.kind, p.minor from quittance.vat_placed p where p.entry = v.id and p.kind <> 'BASE'
        union all
        -- of a form that takes the base in the box of its tax, too
        select split_part(b, '@', 1), 'BASE', v.base_minor from unnest(string_to_array(v.output_boxes, ' ')) b
        where not exists (select 1 from unnest(string_to_array(v.base_boxes, ' ')) c where c = b)) x),
sums as (
    select return_id, replace(box, '~', ' ') as box, kind, quittance.amount(sum(minor)::bigint, currency) as amount, count(*) as entries
    from placed group by return_id, box, kind, currency)
select 'return ' || l.return_id || ', box ' || l.box || ' ' || l.kind || ': ledger ' || l.ledger || ', entries ' || coalesce(s.amount, 0)
from quittance.vat_return_line l left join sums s on s.return_id = l.return_id and s.box = l.box and s.kind = l.kind
where l.form_row is not null and l.kind not in ('TOTAL', 'WITHHELD')
  and (l.ledger <> coalesce(s.amount, 0) or l.entries <> coalesce(s.entries, 0))
union all
select 'return ' || l.return_id || ', net tax: ledger ' || l.ledger || ', entries ' || coalesce(t.net, 0)
from quittance.vat_return_line l
left join (select e.return_id, quittance.amount(sum(v.output_minor - v.input_minor)::bigint, v.currency) as net
           from quittance.vat_return_entry e join quittance.vat_entry v on v.id = e.entry group by e.return_id, v.currency) t
       on t.return_id = l.return_id
where l.box = 'net' and l.ledger <> coalesce(t.net, 0)
