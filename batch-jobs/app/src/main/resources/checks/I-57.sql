-- V3: what the ledger expenses of a document is the VAT ledger's base and what is not deducted; in another currency the booked gross less both taxes
with booked as (
    select a.invoice, i.kind, sum(p.minor) as cost, i.currency <> a.functional as exchanged, i.gross_minor, i.rounding_minor, a.attempt
    from quittance.assessment a
    join quittance.invoice i on i.id = a.invoice
    join ledger.journal j on j.event_key = 'invoice:' || a.invoice || ':accepted'
    left join ledger.posting p on p.journal = j.id and p.account = '6100' and p.currency = a.functional
    where a.latest and a.verdict = 'ACCEPTED'
    group by a.invoice, i.kind, i.currency, a.functional, i.gross_minor, i.rounding_minor, a.attempt),
taxed as (
    select invoice, sum(base_minor) as base, sum(output_minor) as output, sum(input_minor + waiting_minor + rounding_minor) as input,
           sum(non_recoverable_minor - included_minor) as lost
    from quittance.vat_entry group by invoice),
compared as (
    select b.invoice, coalesce(b.cost, 0) as cost,
           case when not b.exchanged then t.base + t.lost + s.sign * b.rounding_minor
                else s.sign * (c.to_minor + case when b.rounding_minor = 0 then 0
                                                 else quittance.half_away(b.rounding_minor * c.rate * power(10::numeric, f.decimals),
                                                                          power(10::numeric, d.decimals)) end)
                     - t.input + t.output end as expected
    from booked b
    cross join lateral (select case b.kind when 'INVOICE' then 1 else -1 end as sign) s
    join taxed t on t.invoice = b.invoice
    left join quittance.conversion c on c.invoice = b.invoice and c.attempt = b.attempt and c.purpose = 'BOOKING'
    left join quittance.currency_decimals d on d.currency = c.from_currency
    left join quittance.currency_decimals f on f.currency = c.to_currency)
select 'document ' || invoice || ': ' || cost || ' expensed, by the VAT ledger ' || coalesce(expected::text, 'nothing')
from compared where cost is distinct from expected
