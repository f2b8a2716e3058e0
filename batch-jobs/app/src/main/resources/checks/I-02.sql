-- Every journal has at least two postings, and every posting its journal's entity
select 'journal ' || j.id || ' has ' || count(p.*) || ' postings'
from ledger.journal j left join ledger.posting p on p.journal = j.id
group by j.id having count(p.*) < 2 or bool_or(p.entity <> j.entity)
