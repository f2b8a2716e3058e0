-- Bank accounts of the ledger moved by exactly what statements say
with books as (
    select p.entity, p.currency, sum(p.minor) as minor from ledger.posting p where p.account = '1100' group by 1, 2),
bank as (
    select s.entity, s.currency, sum(s.closing_minor - s.opening_minor) as minor from quittance.statement s group by 1, 2)
select 'bank of ' || entity || ' in ' || currency || ': ledger ' || coalesce(b.minor, 0) || ', statements ' || coalesce(s.minor, 0)
from books b full join bank s using (entity, currency)
where coalesce(b.minor, 0) <> coalesce(s.minor, 0)
