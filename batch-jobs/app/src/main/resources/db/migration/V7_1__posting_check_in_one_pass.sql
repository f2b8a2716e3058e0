-- The same two refusals as before, in one pass over the new rows. Counting them again for each journal made a statement of a
-- thousand journals take several times as long (docs/PERFORMANCE.md). Without sequential scans, because the plan is kept: made
-- while the ledger was small, it would read the whole of it for every thousand journals later.
create or replace function ledger.refuse_unbalanced() returns trigger language plpgsql
    set enable_seqscan = off as $$
declare
    wrong record;
begin
    select journal, currency, sum(minor) as off into wrong
    from fresh group by journal, currency having sum(minor) <> 0 limit 1;
    if found then
        raise exception 'journal % is off by % minor units of %', wrong.journal, wrong.off, wrong.currency
            using errcode = 'check_violation';
    end if;
    -- A second statement may not add to a journal that is already there.
    select f.journal into wrong
    from (select journal, count(*) as postings from fresh group by journal) f
    where f.postings <> (select count(*) from ledger.posting p where p.journal = f.journal) limit 1;
    if found then
        raise exception 'journal % got postings twice', wrong.journal using errcode = 'check_violation';
    end if;
    return null;
end $$;
