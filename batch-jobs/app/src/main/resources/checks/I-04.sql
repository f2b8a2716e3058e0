-- No document is in two live settlements, and none is paid more than it asks for
select 'document ' || invoice || ' has ' || count(*) || ' live settlements'
from quittance.settlement where live group by invoice having count(*) > 1
union all
select 'document ' || s.invoice || ' is settled with ' || s.minor || ', payable is ' || a.payable_minor
from quittance.settlement s join quittance.assessment a on a.invoice = s.invoice and a.latest
where abs(s.minor) <> a.payable_minor
