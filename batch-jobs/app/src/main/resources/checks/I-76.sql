-- What a document says that is kept back of it is what its payment keeps back, to a minor unit
select 'document ' || i.id || ' says that ' || i.levy_minor || ' ' || i.currency || ' is kept back, payment ' || s.payment || ' keeps back ' || k.minor
from quittance.invoice i
join quittance.settlement s on s.invoice = i.id and s.live and s.payment is not null
cross join lateral (select coalesce(sum(w.kept_minor), 0) * case i.kind when 'CREDIT_NOTE' then -1 else 1 end as minor
                    from quittance.withholding w where w.run = s.run and w.invoice = s.invoice) k
where i.levy_minor <> 0 and i.prepaid_minor = 0 and abs(k.minor - i.levy_minor) > 1
