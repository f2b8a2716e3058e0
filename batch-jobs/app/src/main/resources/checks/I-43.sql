-- Input tax that waits for payment is exactly what entries say of it, per entity and currency
with entries as (
    select entity, currency, sum(waiting_minor) as minor from quittance.vat_entry group by 1, 2),
books as (
    select entity, currency, sum(minor) as minor from ledger.posting where account = '1520' group by 1, 2)
select 'waiting input tax of ' || entity || ' in ' || currency || ': ledger ' || coalesce(b.minor, 0) || ', entries ' || coalesce(e.minor, 0)
from entries e full join books b using (entity, currency)
where coalesce(e.minor, 0) <> coalesce(b.minor, 0)
