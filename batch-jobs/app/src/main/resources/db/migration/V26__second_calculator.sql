-- The rules that were used, and a second calculation of tax over what was stored: by sets and in SQL, sharing no code with the engine.

-- Every row of config/tax as it was when an assessment was begun. A row is never changed and never deleted: a correction is a row of its
-- own. A later revision holds columns that came later, or the last day of a row that had none; the same cells else.
create table quittance.rule_row (
    sheet    text collate "C" not null,          -- the table it is a row of, e.g. rates
    id       text collate "C" not null,
    recorded_at text collate "C" not null,        -- as written, empty in a table without it; some tables correct a row under its id
    revision smallint not null check (revision > 0),
    cells    jsonb not null,                      -- column to cell, as written
    work_set text collate "C" not null references quittance.work_set,
    primary key (sheet, id, recorded_at, revision)
);
create view quittance.rule as
select distinct on (sheet, id, recorded_at) sheet, id, recorded_at, cells
from quittance.rule_row order by sheet, id, recorded_at, revision desc;

create view quittance.rate_rule as
select id, cells ->> 'country' as area, cells ->> 'category' as class, (cells ->> 'rate_percent')::numeric as percent,
       nullif(cells ->> 'valid_from', '')::date as valid_from, nullif(cells ->> 'valid_to', '')::date as valid_to
from quittance.rule where sheet = 'rates';

create view quittance.territory_rule as
select id, cells ->> 'territory' as territory, cells ->> 'vat_prefix' as vat_prefix, cells ->> 'vat_area' as area,
       cells ->> 'group' as union_name, nullif(cells ->> 'valid_from', '')::date as valid_from,
       nullif(cells ->> 'valid_to', '')::date as valid_to
from quittance.rule where sheet = 'territories';

-- Codes as the return's row has them, a tilde for a blank within a code.
create view quittance.box_rule as
select id, cells ->> 'jurisdiction' as jurisdiction, cells ->> 'treatment' as treatment,
       nullif(cells ->> 'rate_percent', '')::numeric as percent,
       coalesce(string_to_array(nullif(btrim(cells ->> 'base_boxes'), ''), ' '), '{}') as base_boxes,
       coalesce(string_to_array(nullif(btrim(cells ->> 'output_tax_boxes'), ''), ' '), '{}') as output_boxes,
       coalesce(string_to_array(nullif(btrim(cells ->> 'input_tax_boxes'), ''), ' '), '{}') as input_boxes
from quittance.rule where sheet = 'return-boxes';

create view quittance.rounding_rule as
select id, cells ->> 'jurisdiction' as jurisdiction, cells ->> 'currency' as currency, cells ->> 'level' as level, nullif(cells ->> 'scale', '')::integer as scale,
       coalesce(nullif(cells ->> 'step', '')::integer, 1) as step, cells ->> 'mode' as mode,
       coalesce(nullif(cells ->> 'sum_mode', ''), 'HALF_UP') as sum_mode
from quittance.rule where sheet = 'rounding-policies';

create view quittance.recovery_rule as
select id, cells ->> 'share' as share, (cells ->> 'percent')::numeric as percent,
       coalesce(nullif(cells ->> 'included_percent', '')::numeric, 0) as included_percent,
       coalesce(nullif(cells ->> 'full_from', '')::numeric, 100) as full_from,
       coalesce(nullif(cells ->> 'nothing_to', '')::numeric, 0) as nothing_to, cells ->> 'moment' as moment
from quittance.rule where sheet = 'recovery-rules';

-- What the determination took for granted of both parties of an accepted document.
create table quittance.tax_party (
    invoice              uuid primary key references quittance.invoice,
    payer_vat_country    text collate "C" not null,
    payer_vat_id         text collate "C",
    recovery_percent     smallint not null check (recovery_percent between 0 and 100),
    supplier_vat_country text collate "C" not null,
    supplier_vat_id      text collate "C",
    supplier_standing    text not null,
    supplier_kind        text not null
);
-- Entries that are older than this migration: what they took for granted was not stored, so they are not calculated again.
create table quittance.vat_entry_unrepeatable (invoice uuid primary key);
insert into quittance.vat_entry_unrepeatable select distinct invoice from quittance.vat_entry;

-- Half away from zero, exactly; the divisor is positive.
create function quittance.half_away(dividend numeric, divisor numeric) returns bigint language sql immutable as
    'select (sign(dividend) * div(2 * abs(dividend) + divisor, 2 * divisor))::bigint';

-- The same by one of the modes of config/tax/rounding-policies.csv.
create function quittance.rounded(dividend numeric, divisor numeric, mode text) returns numeric language plpgsql immutable as $$
declare
    whole numeric := div(abs(dividend), divisor);
    rest numeric := abs(dividend) - divisor * whole;
begin
    return sign(dividend) * (whole + case when rest = 0 or mode = 'DOWN' then 0
                                          when mode = 'UP' then 1
                                          when mode = 'HALF_UP' then (2 * rest >= divisor)::integer
                                          when mode = 'HALF_DOWN' then (2 * rest > divisor)::integer
                                          when mode = 'HALF_EVEN'
                                              then (2 * rest > divisor or (2 * rest = divisor and mod(whole, 2) = 1))::integer end);
end $$;

-- The published rates of a path as one fraction, walked from a currency: a pair that begins with what we have multiplies, one that ends
-- with it divides. Null when a pair does neither.
create function quittance.walked(path text, source text, out numerator numeric, out denominator numeric, out target text)
language plpgsql immutable as $$
declare
    step text;
    words text[];
begin
    numerator := 1;
    denominator := 1;
    target := source;
    foreach step in array string_to_array(path, ';') loop
        words := string_to_array(step, ' ');
        if split_part(words[2], '/', 1) = target then
            numerator := numerator * words[4]::numeric;
            target := split_part(words[2], '/', 2);
        elsif split_part(words[2], '/', 2) = target then
            denominator := denominator * words[4]::numeric;
            target := split_part(words[2], '/', 1);
        else
            numerator := null;
            denominator := null;
            target := null;
            return;
        end if;
    end loop;
end $$;

create function quittance.is_self_assessed(treatment text) returns boolean language sql immutable as
    $$select treatment in ('DOMESTIC_RC', 'EU_SERVICE_RC', 'NON_EU_SERVICE_RC', 'IMPORT_SERVICE_RC', 'IMPORT_SERVICE_RC_PARTIAL',
                           'IMPORT_SERVICE_RC_NON_DEDUCTIBLE')$$;

-- The day whose month an entry is due in: nothing that a supplier charged is deducted before his document is held.
create function quittance.due_on(treatment text, tax_point date, issued date, received date) returns date language sql immutable as
    'select case when quittance.is_self_assessed(treatment) then tax_point else greatest(tax_point, issued, received) end';

-- One row per VAT breakdown of each accepted document, whether the engine made an entry of it or not. Amounts are worked out positive,
-- in minor units, and get the sign of the document last; "grain" is the unit of a rounding policy, in minor units. "offset 0" keeps each step one step: drawn together, the
-- expressions of one would be written out again in each place of the next that reads them.
create view quittance.tax_again as
with route as materialized (
    select c.path, c.from_currency, c.to_currency, w.numerator, w.denominator
    from (select distinct path, from_currency, to_currency from quittance.conversion where purpose = 'VAT') c
    cross join lateral quittance.walked(c.path, c.from_currency) w
    where w.target = c.to_currency),
used as (
    select distinct on (invoice, attempt) invoice, attempt, path, from_currency, to_currency
    from quittance.conversion where purpose = 'VAT' order by invoice, attempt, position),
given as (
    select a.invoice, b.position, a.entity, v.jurisdiction, v.period, v.treatment, a.functional as currency,
           case i.kind when 'INVOICE' then 1 else -1 end as sign, b.base_minor as claimed_base, b.tax_minor as claimed_tax, b.category,
           coalesce(b.rate, 0) as claimed_rate, r.percent, quittance.is_self_assessed(v.treatment) as self_assessed,
           o.level, o.mode, o.sum_mode, p.recovery_percent as proportion,
           case when o.scale is null then 1 else o.step * power(10::numeric, d.decimals - o.scale) end as document_grain,
           case when o.scale is null then 1 else o.step * power(10::numeric, f.decimals - o.scale) end as grain,
           case e.share when 'FULL' then e.percent when 'BLOCKED' then 0
                        else e.percent * case when p.recovery_percent >= e.full_from then 100
                                              when p.recovery_percent <= e.nothing_to then 0
                                              else p.recovery_percent end / 100 end as recoverable,
           e.included_percent, e.moment,
           case when i.currency = a.functional then 1 else t.numerator end * power(10::numeric, f.decimals) as numerator,
           case when i.currency = a.functional then 1 else t.denominator end * power(10::numeric, d.decimals) as denominator
    from quittance.assessment a
    join quittance.invoice i on i.id = a.invoice
    join quittance.invoice_vat b on b.invoice = a.invoice
    join quittance.currency_decimals d on d.currency = i.currency
    join quittance.currency_decimals f on f.currency = a.functional
    left join quittance.tax_party p on p.invoice = a.invoice
    left join quittance.vat_entry v on v.invoice = a.invoice and v.position = b.position
    left join quittance.rate_rule r on r.id = v.rate_row
    left join quittance.rounding_rule o on o.id = v.rounding_row
    left join quittance.recovery_rule e on e.id = v.recovery_row
    left join used u on u.invoice = a.invoice and u.attempt = a.attempt and i.currency <> a.functional
    left join route t on t.path = u.path and t.from_currency = u.from_currency and t.to_currency = u.to_currency
    where a.latest and a.verdict = 'ACCEPTED' and not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = a.invoice)
    offset 0),
-- In the currency of the document: tax that we owe ourselves, and what the supplier's tax is by our own rounding.
documented as (
    select g.*, case when not self_assessed or quittance.half_away(claimed_base * percent, 100) = 0 then 0
                     when mode = 'HALF_UP' and document_grain = 1 then quittance.half_away(claimed_base * percent, 100)
                     else quittance.rounded(quittance.rounded(claimed_base * percent, 100 * document_grain, mode) * document_grain, 1, sum_mode)
                     end as own_claim,
           case when treatment <> 'DOMESTIC_TAXABLE' or claimed_tax = 0 or percent is null then claimed_tax
                else quittance.rounded(document_grain
                     * case when level = 'LINE' then coalesce(
                           (select sum(quittance.rounded(l.net_minor * percent, 100 * document_grain, mode)) from quittance.invoice_line l
                            where l.invoice = g.invoice and l.category = g.category and coalesce(l.rate, 0) = g.claimed_rate),
                           quittance.rounded(claimed_base * percent, 100 * document_grain, mode))
                       else quittance.rounded(claimed_base * percent, 100 * document_grain, mode) end, 1, sum_mode) end as our_tax
    from given g offset 0),
exchanged as (
    select d.*, quittance.half_away(claimed_base * numerator, denominator) as base,
           quittance.half_away(claimed_tax * numerator, denominator) as charged,
           quittance.half_away(our_tax * numerator, denominator) as ours,
           case when quittance.half_away((claimed_tax + quittance.half_away(case when self_assessed then claimed_base * percent else 0 end, 100))
                                         * proportion, 100) = 0 then 0
                else quittance.half_away((claimed_tax + own_claim) * recoverable, 100) end as recoverable_claim
    from documented d offset 0),
owed as (
    select x.*, greatest(charged - ours, 0) as rounding,
           case when own_claim = 0 then 0
                when mode = 'HALF_UP' and grain = 1 then quittance.half_away(base * percent, 100)
                else quittance.rounded(quittance.rounded(base * percent, 100 * grain, mode) * grain, 1, sum_mode) end as own
    from exchanged x offset 0),
taxed as (
    select o.*, case when charged = 0 and own = 0 and included_percent <> 0 then quittance.rounded(base * included_percent, 100 + included_percent, 'DOWN') else 0 end
                as included
    from owed o offset 0),
shared as (
    select t.*, charged - rounding + own + included as tax,
           case when recoverable_claim = 0 and included = 0 then 0
                else quittance.half_away((charged - rounding + own + included) * recoverable, 100) end as deducted
    from taxed t offset 0)
select invoice, position, entity, jurisdiction, period, treatment, currency, (sign * base)::bigint as base_minor,
       (sign * own)::bigint as output_minor, (sign * case when moment = 'PAYMENT' then 0 else deducted end)::bigint as input_minor,
       (sign * case when moment = 'PAYMENT' then deducted else 0 end)::bigint as waiting_minor,
       (sign * (tax - deducted))::bigint as non_recoverable_minor, (sign * rounding)::bigint as rounding_minor
from shared;

-- What each box of each month comes to: the second calculation, placed by the row that the entry names.
create view quittance.box_again as
select a.entity, a.jurisdiction, a.period, a.currency, x.kind, x.box, sum(x.minor)::bigint as minor
from (select a.entity, a.jurisdiction, a.period, a.currency, v.box_row, sum(a.base_minor) as base, sum(a.output_minor) as output,
             sum(a.input_minor) as input
      from quittance.tax_again a
      join quittance.vat_entry v on v.invoice = a.invoice and v.position = a.position
      group by a.entity, a.jurisdiction, a.period, a.currency, v.box_row) a
join quittance.box_rule r on r.id = a.box_row
cross join lateral (
    select 'BASE' as kind, b as box, a.base as minor from unnest(r.base_boxes) b
    union all select 'OUTPUT', b, a.output from unnest(r.output_boxes) b
    union all select 'INPUT', b, a.input from unnest(r.input_boxes) b) x
group by a.entity, a.jurisdiction, a.period, a.currency, x.kind, x.box;

-- The same by what the engine stored with each entry. Tax that waited for a payment is left out: the documents do not tell it.
create view quittance.box_stored as
select v.entity, v.jurisdiction, v.period, v.currency, x.kind, x.box, sum(x.minor)::bigint as minor
from (select entity, jurisdiction, period, currency, base_boxes, output_boxes, input_boxes, sum(base_minor) as base,
             sum(output_minor) as output, sum(input_minor) as input
      from quittance.vat_entry e
      where tax_point_row <> 'paid' and not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = e.invoice)
      group by entity, jurisdiction, period, currency, base_boxes, output_boxes, input_boxes) v
cross join lateral (
    select 'BASE' as kind, b as box, v.base as minor from unnest(string_to_array(nullif(v.base_boxes, ''), ' ')) b
    union all select 'OUTPUT', b, v.output from unnest(string_to_array(nullif(v.output_boxes, ''), ' ')) b
    union all select 'INPUT', b, v.input from unnest(string_to_array(nullif(v.input_boxes, ''), ' ')) b) x
group by v.entity, v.jurisdiction, v.period, v.currency, x.kind, x.box;

-- Services that were bought from other Member States, per supplier, month and VAT id: what the supplier's recapitulative statement says.
create view quittance.ec_purchase as
select v.entity, v.jurisdiction, v.period, left(p.supplier_vat_id, 2) as country, p.supplier_vat_id as vat_id, v.currency,
       count(distinct v.invoice) as documents, sum(v.base_minor)::bigint as base_minor, sum(v.output_minor)::bigint as tax_minor
from quittance.vat_entry v left join quittance.tax_party p on p.invoice = v.invoice
where v.treatment = 'EU_SERVICE_RC' and v.tax_point_row <> 'paid'
group by v.entity, v.jurisdiction, v.period, p.supplier_vat_id, v.currency;

-- Per seller and quarter what Directive (EU) 2021/514 (DAC7) asks for: what was paid, in how many activities, what was kept back. A payment
-- counts on the day it left, one that came back does not count.
create view quittance.dac7_seller as
with paid as (
    select p.id, p.entity, p.contractor, p.payee_country, p.currency, p.minor, e.on_date
    from quittance.payment p join quittance.payment_event e on e.payment = p.id and e.state = 'SETTLED'
    where not exists (select 1 from quittance.payment_event r where r.payment = p.id and r.state = 'RETURNED')),
billed as (
    select s.payment, count(*) filter (where i.kind = 'INVOICE') as activities, max(t.supplier_vat_id) as vat_id,
           max(t.supplier_kind) as kind
    from quittance.settlement s join quittance.invoice i on i.id = s.invoice
    left join quittance.tax_party t on t.invoice = s.invoice
    where s.payment is not null group by s.payment),
withheld as (
    select payment, sum(kept_minor) as minor from quittance.withholding group by payment)
select p.entity, extract(year from p.on_date)::integer as year, extract(quarter from p.on_date)::integer as quarter, p.contractor,
       max(b.kind) as kind, p.payee_country as country, max(b.vat_id) as vat_id, p.currency, sum(p.minor)::bigint as consideration_minor,
       0::bigint as fees_minor, coalesce(sum(w.minor), 0)::bigint as taxes_minor, sum(b.activities)::bigint as activities
from paid p join billed b on b.payment = p.id left join withheld w on w.payment = p.id
group by p.entity, 2, 3, p.contractor, p.payee_country, p.currency;

grant select, insert on quittance.rule_row, quittance.tax_party to quittance_app;
grant select on quittance.rule, quittance.rate_rule, quittance.rounding_rule, quittance.recovery_rule, quittance.territory_rule, quittance.box_rule, quittance.vat_entry_unrepeatable,
    quittance.tax_again, quittance.box_again, quittance.box_stored,
    quittance.ec_purchase, quittance.dac7_seller to quittance_app;
grant execute on function quittance.half_away(numeric, numeric), quittance.rounded(numeric, numeric, text), quittance.walked(text, text), quittance.is_self_assessed(text),
    quittance.due_on(text, date, date, date) to quittance_app;
