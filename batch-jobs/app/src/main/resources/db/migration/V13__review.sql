-- What a review found.

-- A refusal and the word that the money left contradict each other in whatever order they come: files of one night have none.
create or replace view quittance.payment_in_doubt as
with undone as (
    select v.payment, v.state
    from quittance.payment_event v
    where v.state in ('REJECTED', 'RETURNED')
      and not exists (select 1 from quittance.payment_event later
                      where later.payment = v.payment and later.state <> 'ACCEPTED' and later.position > v.position)),
doubt as (
    select u.payment, u.state, 'entry:' || e.id as source,
           'entry ' || e.position || ' of statement ' || s.statement_id || ' of ' || s.account || ' took money for it' as told
    from quittance.statement_entry e
    join quittance.statement s on s.id = e.statement
    join quittance.payment p on p.id = e.payment or p.batch = e.batch
    join undone u on u.payment = p.id
    where e.status = 'MISMATCH' and e.minor < 0
    union all
    select u.payment, u.state, v.source, v.source || ' says ' || v.code || ' of it'
    from undone u join quittance.payment_event v
      on v.payment = u.payment and v.state = 'ACCEPTED' and v.code in ('ACSC', 'ACCC')
    where u.state = 'REJECTED')
select d.payment, d.state, d.source, d.told
from doubt d
where not exists (select 1 from quittance.doubt_cleared c where c.payment = d.payment and c.source = d.source);
