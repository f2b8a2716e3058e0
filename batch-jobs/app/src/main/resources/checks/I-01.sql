-- Every journal sums to zero in each currency
select 'journal ' || journal || ' is off by ' || sum(minor) || ' ' || currency
from ledger.posting group by journal, currency having sum(minor) <> 0
