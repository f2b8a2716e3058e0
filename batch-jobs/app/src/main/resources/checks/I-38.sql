-- What a person lifts was found, held the document, and is of the code that he named
select 'document ' || l.invoice || ': ' || l.lifted_by || ' lifted ' || l.code || ', but nothing of that code held it'
from quittance.finding_lifted l
left join quittance.finding f on f.subject = l.invoice and f.attempt = l.attempt and f.position = l.position
where f.subject is null or f.code <> l.code or f.severity <> 'HOLD'
