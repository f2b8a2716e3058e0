-- Certificates of withholding are numbered without a gap, one for each released payment and family that tax was withheld for
select 'certificates of ' || entity || ' in ' || jurisdiction || ' for ' || year || ': ' || count(*) || ' up to number ' || max(number)
from quittance.withholding_certificate group by entity, jurisdiction, year having count(*) <> max(number)
union all
select 'payment ' || coalesce(w.payment, c.payment) || ' has ' || case when c.payment is null then 'no certificate of ' || w.family
       else 'a certificate of ' || c.family || ' and nothing was withheld' end
from (select distinct w.payment, w.family
      from quittance.withholding w join quittance.payment_run r on r.id = w.run
      where w.tax_minor <> 0 and r.state in ('RELEASED', 'SETTLED')
        and not exists (select 1 from quittance.work_set s where s.stage = 'release' and s.scope = r.id and s.state = 'OPEN')) w
full join (select c.* from quittance.withholding_certificate c join quittance.payment p on p.id = c.payment
           where not exists (select 1 from quittance.work_set s where s.stage = 'release' and s.scope = p.run and s.state = 'OPEN')) c
  using (payment, family)
where w.payment is null or c.payment is null
