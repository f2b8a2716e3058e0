-- Tax withheld of each payment is what its journals owe, so every yearly form is what the ledger owes for the payments on it
with withheld as (
    select payment, family, tax_currency as currency, sum(tax_minor) as minor
    from quittance.standing_withholding where run_state in ('RELEASED', 'SETTLED') group by 1, 2, 3),
books as (
    select split_part(j.event_key, ':', 2) as payment, case p.account when '2610' then 'INCOME_TAX' else 'RETAINED_VAT' end as family,
           p.currency, -sum(p.minor) as minor
    from ledger.posting p join ledger.journal j on j.id = p.journal
    where p.account in ('2610', '2620') and j.event_key like 'payment:%' group by 1, 2, 3)
select 'payment ' || payment || ' withheld ' || coalesce(w.minor, 0) || ' ' || currency || ' of ' || family || ', its journals owe ' || coalesce(b.minor, 0)
from withheld w full join books b using (payment, family, currency)
where coalesce(w.minor, 0) <> coalesce(b.minor, 0)
