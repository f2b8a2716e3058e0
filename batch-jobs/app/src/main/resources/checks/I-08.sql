-- Sealed numbers, blocks and payment numbers run from 1 without gaps
select 'sealed journals: ' || count(*) || ' up to number ' || max(number) from ledger.sealed_journal having count(*) <> coalesce(max(number), 0)
union all
select 'blocks: ' || count(*) || ' up to number ' || max(number) from ledger.block having count(*) <> coalesce(max(number), 0)
union all
select 'run ' || run || ': ' || count(*) || ' payments up to number ' || max(position) from quittance.payment group by run having count(*) <> max(position)
union all
select 'block ' || b.number || ' begins at ' || b.first_no || ', the one before ends at ' || p.last_no
from ledger.block b join ledger.block p on p.number = b.number - 1 where b.first_no <> p.last_no + 1 or b.previous_hash <> p.hash
