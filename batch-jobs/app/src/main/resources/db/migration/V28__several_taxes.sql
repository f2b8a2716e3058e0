-- Several taxes that are charged as one rate (GST and QST, CGST and SGST), told apart; and returns of a part of a territory.

create or replace view quittance.rate_rule as
select id, cells ->> 'country' as area, cells ->> 'category' as class, (cells ->> 'rate_percent')::numeric as percent,
       nullif(cells ->> 'valid_from', '')::date as valid_from, nullif(cells ->> 'valid_to', '')::date as valid_to,
       nullif(btrim(cells ->> 'components'), '') as components
from quittance.rule where sheet = 'rates';

create or replace view quittance.territory_rule as
select id, cells ->> 'territory' as territory, cells ->> 'vat_prefix' as vat_prefix, cells ->> 'vat_area' as area,
       cells ->> 'group' as union_name, nullif(cells ->> 'valid_from', '')::date as valid_from,
       nullif(cells ->> 'valid_to', '')::date as valid_to,
       coalesce(nullif(cells ->> 'return_area', ''), cells ->> 'vat_area') as return_area
from quittance.rule where sheet = 'territories';

-- What an entry consists of, by the taxes that the row of its rate names. The amounts add up to the entry's.
create table quittance.vat_component (
    entry    uuid not null references quittance.vat_entry,
    position smallint not null check (position > 0),
    tax      text collate "C" not null,
    percent  numeric not null check (percent > 0),
    output_minor bigint not null,
    input_minor bigint not null,
    waiting_minor bigint not null,
    non_recoverable_minor bigint not null,
    primary key (entry, position),
    unique (entry, tax)
);
grant select, insert on quittance.vat_component to quittance_app;

-- The same, worked out from the amounts of an entry and the row's "GST 5 QST 9.975": each tax but the last has its share, half away from
-- zero, and the last one the rest; what is lost is what a tax's own share leaves.
create function quittance.parts_of(components text, output bigint, input bigint, waiting bigint, lost bigint)
returns table (n smallint, tax text, percent numeric, output_minor bigint, input_minor bigint, waiting_minor bigint, lost_minor bigint)
language sql immutable as $$
    with words as (select regexp_split_to_array(btrim(components), '\s+') as w),
    named as (
        select i::smallint as n, w[2 * i - 1] as tax, w[2 * i]::numeric as percent, i = cardinality(w) / 2 as is_last
        from words, generate_series(1, cardinality(w) / 2) i),
    shares as (
        select n, tax, percent, is_last,
               quittance.half_away(output * percent, sum(percent) over ()) as o, quittance.half_away(input * percent, sum(percent) over ()) as i,
               quittance.half_away(waiting * percent, sum(percent) over ()) as w,
               quittance.half_away((input + waiting + lost) * percent, sum(percent) over ()) as t
        from named)
    select n, tax, percent,
           case when is_last then output - coalesce(sum(o) filter (where not is_last) over (), 0)::bigint else o end,
           case when is_last then input - coalesce(sum(i) filter (where not is_last) over (), 0)::bigint else i end,
           case when is_last then waiting - coalesce(sum(w) filter (where not is_last) over (), 0)::bigint else w end,
           case when is_last then lost - coalesce(sum(t - i - w) filter (where not is_last) over (), 0)::bigint else t - i - w end
    from shares
$$;
grant execute on function quittance.parts_of(text, bigint, bigint, bigint, bigint) to quittance_app;

insert into quittance.vat_component (entry, position, tax, percent, output_minor, input_minor, waiting_minor, non_recoverable_minor)
select v.id, p.n, p.tax, p.percent, p.output_minor, p.input_minor, p.waiting_minor, p.lost_minor
from quittance.vat_entry v join quittance.rate_rule r on r.id = v.rate_row
cross join lateral quittance.parts_of(r.components, v.output_minor, v.input_minor, v.waiting_minor, v.non_recoverable_minor) p
where r.components is not null;

-- What goes into a box: "206@QST" takes one tax, a code without a tax all that no other takes.
create function quittance.placed(codes text[], code text, whole bigint, parts jsonb) returns bigint language sql immutable as $$
    select case when strpos(code, '@') > 0 then coalesce((parts ->> split_part(code, '@', 2))::bigint, 0)
                when codes::text !~ '@' then whole
                else whole - coalesce((select sum((parts ->> split_part(c, '@', 2))::bigint) from unnest(codes) c where strpos(c, '@') > 0), 0)::bigint
           end
$$;
grant execute on function quittance.placed(text[], text, bigint, jsonb) to quittance_app;

-- One row for each box that an entry goes into, and what of it goes there.
create view quittance.vat_placed as
select v.id as entry, x.kind, x.box, x.minor
from quittance.vat_entry v
cross join lateral (
    select string_to_array(nullif(v.output_boxes, ''), ' ') as output_boxes, string_to_array(nullif(v.input_boxes, ''), ' ') as input_boxes) b
cross join lateral (
    select 'BASE' as kind, c as box, v.base_minor as minor from unnest(string_to_array(nullif(v.base_boxes, ''), ' ')) c
    union all
    select 'OUTPUT', split_part(c, '@', 1), quittance.placed(b.output_boxes, c, v.output_minor,
           case when strpos(v.output_boxes, '@') > 0
                then (select jsonb_object_agg(t.tax, t.output_minor) from quittance.vat_component t where t.entry = v.id) end)
    from unnest(b.output_boxes) c
    union all
    select 'INPUT', split_part(c, '@', 1), quittance.placed(b.input_boxes, c, v.input_minor,
           case when strpos(v.input_boxes, '@') > 0
                then (select jsonb_object_agg(t.tax, t.input_minor) from quittance.vat_component t where t.entry = v.id) end)
    from unnest(b.input_boxes) c) x;
grant select on quittance.vat_placed to quittance_app;

create or replace view quittance.box_again as
with again as materialized (
    select a.entity, a.jurisdiction, a.period, a.currency, v.box_row, a.base_minor, a.output_minor, a.input_minor, a.waiting_minor,
           a.non_recoverable_minor, q.components
    from quittance.tax_again a
    join quittance.vat_entry v on v.invoice = a.invoice and v.position = a.position
    left join quittance.rate_rule q on q.id = v.rate_row),
parts as (
    select entity, jurisdiction, period, currency, box_row, jsonb_object_agg(tax, output) as outputs, jsonb_object_agg(tax, input) as inputs
    from (select g.entity, g.jurisdiction, g.period, g.currency, g.box_row, p.tax, sum(p.output_minor) as output, sum(p.input_minor) as input
          from again g
          cross join lateral quittance.parts_of(g.components, g.output_minor, g.input_minor, g.waiting_minor, g.non_recoverable_minor) p
          where g.components is not null
          group by g.entity, g.jurisdiction, g.period, g.currency, g.box_row, p.tax) t
    group by entity, jurisdiction, period, currency, box_row)
select a.entity, a.jurisdiction, a.period, a.currency, x.kind, x.box, sum(x.minor)::bigint as minor
from (select entity, jurisdiction, period, currency, box_row, sum(base_minor)::bigint as base, sum(output_minor)::bigint as output,
             sum(input_minor)::bigint as input
      from again group by entity, jurisdiction, period, currency, box_row) a
join quittance.box_rule r on r.id = a.box_row
left join parts p on (p.entity, p.jurisdiction, p.period, p.currency, p.box_row) = (a.entity, a.jurisdiction, a.period, a.currency, a.box_row)
cross join lateral (
    select 'BASE' as kind, b as box, a.base as minor from unnest(r.base_boxes) b
    union all select 'OUTPUT', split_part(b, '@', 1), quittance.placed(r.output_boxes, b, a.output, p.outputs) from unnest(r.output_boxes) b
    union all select 'INPUT', split_part(b, '@', 1), quittance.placed(r.input_boxes, b, a.input, p.inputs) from unnest(r.input_boxes) b) x
group by a.entity, a.jurisdiction, a.period, a.currency, x.kind, x.box;

create or replace view quittance.box_stored as
with stored as (
    select e.id, e.entity, e.jurisdiction, e.period, e.currency, e.base_boxes, e.output_boxes, e.input_boxes, e.base_minor, e.output_minor,
           e.input_minor
    from quittance.vat_entry e
    where e.tax_point_row <> 'paid' and not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = e.invoice)),
parts as (
    select entity, jurisdiction, period, currency, base_boxes, output_boxes, input_boxes, jsonb_object_agg(tax, output) as outputs,
           jsonb_object_agg(tax, input) as inputs
    from (select s.entity, s.jurisdiction, s.period, s.currency, s.base_boxes, s.output_boxes, s.input_boxes, c.tax,
                 sum(c.output_minor) as output, sum(c.input_minor) as input
          from stored s join quittance.vat_component c on c.entry = s.id
          group by s.entity, s.jurisdiction, s.period, s.currency, s.base_boxes, s.output_boxes, s.input_boxes, c.tax) t
    group by entity, jurisdiction, period, currency, base_boxes, output_boxes, input_boxes)
select v.entity, v.jurisdiction, v.period, v.currency, x.kind, x.box, sum(x.minor)::bigint as minor
from (select entity, jurisdiction, period, currency, base_boxes, output_boxes, input_boxes, sum(base_minor)::bigint as base,
             sum(output_minor)::bigint as output, sum(input_minor)::bigint as input
      from stored group by entity, jurisdiction, period, currency, base_boxes, output_boxes, input_boxes) v
left join parts p using (entity, jurisdiction, period, currency, base_boxes, output_boxes, input_boxes)
cross join lateral (
    select string_to_array(nullif(v.output_boxes, ''), ' ') as outputs, string_to_array(nullif(v.input_boxes, ''), ' ') as inputs) k
cross join lateral (
    select 'BASE' as kind, b as box, v.base as minor from unnest(string_to_array(nullif(v.base_boxes, ''), ' ')) b
    union all select 'OUTPUT', split_part(b, '@', 1), quittance.placed(k.outputs, b, v.output, p.outputs) from unnest(k.outputs) b
    union all select 'INPUT', split_part(b, '@', 1), quittance.placed(k.inputs, b, v.input, p.inputs) from unnest(k.inputs) b) x
group by v.entity, v.jurisdiction, v.period, v.currency, x.kind, x.box;
