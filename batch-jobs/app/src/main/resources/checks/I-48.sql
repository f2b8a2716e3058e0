-- What was withheld belongs to a payment that settles the document, of the same run, payer, payee and day
select 'what was withheld of document ' || w.invoice || ' in run ' || w.run || ' names payment ' || w.payment
       || case when p.id is null then ', which does not settle it' else ', which is another payer''s, payee''s or day''s' end
from quittance.withholding w join quittance.payment_run r on r.id = w.run
left join quittance.settlement s on s.run = w.run and s.invoice = w.invoice and s.payment = w.payment
left join quittance.payment p on p.id = s.payment
where p.id is null or p.run <> w.run or p.entity <> w.entity or p.contractor <> w.contractor or r.pay_date <> w.pay_date
   or p.currency <> w.currency
