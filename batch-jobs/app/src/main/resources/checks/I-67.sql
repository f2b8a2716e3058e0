-- What evidence names is an answer about that very number, known when the document was assessed, and worth what the evidence says
select 'evidence about the ' || lower(e.role) || ' of document ' || e.invoice || ', attempt ' || e.attempt || ': '
       || case when n.number <> e.number then 'the answer is about another number'
               when n.mark > w.registry_mark then 'the answer came later'
               when n.valid = (e.standing = 'INVALID') then 'the answer says otherwise'
               else 'the answer is ' || abs(n.day - e.tax_point) || ' days away, not ' || e.age_days end
from quittance.registry_evidence e
join quittance.registry_answer n on n.id = e.answer
join quittance.assessment a on a.invoice = e.invoice and a.attempt = e.attempt
join quittance.work_set w on w.id = a.work_set
where n.number <> e.number or n.mark > coalesce(w.registry_mark, 0) or n.valid = (e.standing = 'INVALID')
   or abs(n.day - e.tax_point) <> e.age_days
