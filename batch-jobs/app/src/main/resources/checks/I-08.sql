-- Sealed numbers, blocks and payment numbers run from 1 without gaps; a block ends with the hash of its last journal
select 'sealed journals: ' || count(*) || ' up to number ' || max(number) from ledger.sealed_journal having count(*) <> coalesce(max(number), 0)
union all
select 'blocks: ' || count(*) || ' up to number ' || max(number) from ledger.block having count(*) <> coalesce(max(number), 0)
union all
select 'run ' || run || ': ' || count(*) || ' payments up to number ' || max(position) from quittance.payment group by run having count(*) <> max(position)
union all
select 'block ' || b.number || ' begins at ' || b.first_no || ', the one before ends at ' || p.last_no
from ledger.block b join ledger.block p on p.number = b.number - 1 where b.first_no <> p.last_no + 1 or b.previous_hash <> p.hash
union all
select 'block ' || b.number || ' does not carry the hash of journal number ' || b.last_no
from ledger.block b left join ledger.sealed_journal s on s.number = b.last_no where s.hash is distinct from b.hash
union all
select 'journal number ' || s.number || ' is sealed in block ' || s.block || ', which ' || coalesce('runs from ' || b.first_no || ' to ' || b.last_no, 'is not there')
from ledger.sealed_journal s left join ledger.block b on b.number = s.block where b.number is null or s.number not between b.first_no and b.last_no
