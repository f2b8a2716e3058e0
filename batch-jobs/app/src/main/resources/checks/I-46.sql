-- A payment is booked at what its documents were booked at less the tax that was kept back of them
select 'payment ' || p.id || ' is booked at ' || p.functional_minor || ' ' || p.functional || ', its documents at ' || sum(s.functional_minor)
       || ', kept back ' || k.minor
from quittance.payment p join quittance.settlement s on s.payment = p.id
cross join lateral (select coalesce(sum(w.tax_minor), 0) as minor from quittance.withholding w
                    where w.payment = p.id and w.borne_by = 'PAYEE') k
group by p.id, k.minor having p.functional_minor + k.minor <> sum(s.functional_minor)
union all
select 'what was withheld of document ' || w.invoice || ' is in ' || w.tax_currency || ', the books of ' || w.entity || ' in ' || r.functional
from quittance.withholding w join quittance.payment_run r on r.id = w.run where w.tax_currency <> r.functional
