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

-- Accounts of several currencies may share one number: a held statement of one says nothing about the others.
alter table quittance.bank_message add column currency char(3);
create or replace view quittance.bank_standing as
select m.work_set, m.position, m.file, m.number, m.attempt, m.subject, m.kind, m.account, m.date, m.sequence, r.outcome, m.currency
from quittance.bank_message m left join quittance.bank_result r using (file, number, attempt)
where not exists (select 1 from quittance.bank_message later
                  where later.file = m.file and later.number = m.number and later.attempt > m.attempt);
