-- What accepted credit notes take back of an invoice is not more than it asked for, unless a person allowed it
select 'credit notes take back ' || sum(c.gross_minor) || ' ' || c.currency || ' of document ' || k.invoice || ', which is over ' || i.gross_minor
from quittance.document_likeness c
join quittance.document_key k on k.entity = c.entity and k.contractor = c.contractor and k.kind = 'INVOICE'
                             and k.number = c.credited_number and k.year = c.credited_year
join quittance.invoice i on i.id = k.invoice
where c.verdict = 'ACCEPTED'
  and not exists (select 1 from quittance.finding f join quittance.assessment a on a.invoice = f.subject and a.attempt = f.attempt and a.latest
                  where f.subject = c.invoice and f.code = 'Q406')
group by k.invoice, c.currency, i.gross_minor, i.currency
having sum(c.gross_minor) > i.gross_minor or c.currency <> i.currency
