-- How a rule of treatment reckons tax that the payer owes itself, and the second calculation by it.

create view quittance.treatment_rule as
select id, split_part(cells ->> 'outcome', ' ', 1) as outcome, coalesce(nullif(cells ->> 'rate_class', ''), 'STANDARD') as rate_class,
       coalesce(cells ->> 'base_share', '') = 'NON_DEDUCTIBLE' as in_part   -- only what may not be deducted bears the tax
from quittance.rule where sheet = 'treatment-rules';

-- As before, but that of a rule "to the extent" the base and the tax of the return are the part for which nothing may be deducted.
create or replace view quittance.tax_again as
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
           e.included_percent, e.moment, coalesce(q.in_part, false) as in_part,
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
    left join quittance.treatment_rule q on q.id = v.treatment_rule
    left join used u on u.invoice = a.invoice and u.attempt = a.attempt and i.currency <> a.functional
    left join route t on t.path = u.path and t.from_currency = u.from_currency and t.to_currency = u.to_currency
    where a.latest and a.verdict = 'ACCEPTED' and not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = a.invoice)
    offset 0),
-- The part of the base that bears our own tax: by the payer's proportion, which says whether there is any, and by the rule of recovery.
parted as (
    select g.*, case when in_part then quittance.half_away(claimed_base * (100 - proportion), 100) else claimed_base end as borne_base,
           case when in_part then quittance.half_away(claimed_base * (100 - recoverable), 100) else claimed_base end as own_base
    from given g offset 0),
-- In the currency of the document: tax that we owe ourselves, and what the supplier's tax is by our own rounding.
documented as (
    select g.*, case when not self_assessed or quittance.half_away(borne_base * percent, 100) = 0 then 0
                     when mode = 'HALF_UP' and document_grain = 1 then quittance.half_away(own_base * percent, 100)
                     else quittance.rounded(quittance.rounded(own_base * percent, 100 * document_grain, mode) * document_grain, 1, sum_mode)
                     end as own_claim,
           case when treatment <> 'DOMESTIC_TAXABLE' or claimed_tax = 0 or percent is null then claimed_tax
                else quittance.rounded(document_grain
                     * case when level = 'LINE' then coalesce(
                           (select sum(quittance.rounded(l.net_minor * percent, 100 * document_grain, mode)) from quittance.invoice_line l
                            where l.invoice = g.invoice and l.category = g.category and coalesce(l.rate, 0) = g.claimed_rate),
                           quittance.rounded(claimed_base * percent, 100 * document_grain, mode))
                       else quittance.rounded(claimed_base * percent, 100 * document_grain, mode) end, 1, sum_mode) end as our_tax
    from parted g offset 0),
exchanged as (
    select d.*, case when in_part then quittance.half_away(quittance.half_away(claimed_base * numerator, denominator) * (100 - recoverable), 100)
                     else quittance.half_away(claimed_base * numerator, denominator) end as base,
           quittance.half_away(claimed_tax * numerator, denominator) as charged,
           quittance.half_away(our_tax * numerator, denominator) as ours,
           case when in_part then 0
                when quittance.half_away((claimed_tax + quittance.half_away(case when self_assessed then claimed_base * percent else 0 end, 100))
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

grant select on quittance.treatment_rule to quittance_app;
