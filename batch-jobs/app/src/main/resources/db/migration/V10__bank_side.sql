-- The bank's side: what is taken in by kind of drop folder, bank files message by message, and money in doubt.

-- The content of a file may be taken in once by each drop folder: a statement that lay among the invoices is still a statement.
create table quittance.archived_file (
    sha256 char(64) primary key
);
insert into quittance.archived_file select distinct sha256 from quittance.intake_file;
grant select, insert on quittance.archived_file to quittance_app;

alter table quittance.invoice drop constraint invoice_file_fkey;
alter table quittance.refusal drop constraint refusal_file_fkey;
alter table quittance.intake_result drop constraint intake_result_sha256_fkey;
alter table quittance.status_report drop constraint status_report_file_fkey;
alter table quittance.statement drop constraint statement_file_fkey;
alter table quittance.intake_file drop constraint intake_file_pkey;
alter table quittance.intake_file add primary key (sha256, kind);
alter table quittance.intake_file add foreign key (sha256) references quittance.archived_file;
alter table quittance.invoice add foreign key (file) references quittance.archived_file;
alter table quittance.refusal add foreign key (file) references quittance.archived_file;
alter table quittance.intake_result add foreign key (sha256) references quittance.archived_file;
alter table quittance.status_report add foreign key (file) references quittance.archived_file;
alter table quittance.statement add foreign key (file) references quittance.archived_file;

-- AGAIN: content that produced nothing before and is read once more: delivered again, or kept since something held it.
alter table quittance.intake_delivery add column kind text not null default 'INVOICES' check (kind in ('INVOICES', 'BANK', 'RATES'));
update quittance.intake_delivery d set kind = case w.stage when 'bank' then 'BANK' when 'rates' then 'RATES' else 'INVOICES' end
from quittance.work_set w where w.id = d.work_set;
alter table quittance.intake_delivery alter column kind drop default;
alter table quittance.intake_delivery drop constraint intake_delivery_outcome_check;
alter table quittance.intake_delivery add check (outcome in ('NEW', 'DUPLICATE', 'AGAIN'));

-- The frozen work of one bank stage: messages of files in the one order in which they are acted on, whatever files are called.
create table quittance.bank_message (
    work_set text collate "C" not null references quittance.work_set,
    position integer not null,
    file     char(64) not null references quittance.archived_file,
    number   integer not null,                 -- of the message in its file, from 1; 0 for a file that cannot be read
    attempt  smallint not null,                -- from 0
    subject  uuid not null,                    -- of its findings
    kind     text not null check (kind in ('STATUS', 'STATEMENT', 'UNREADABLE')),
    account  text collate "C",                 -- as the statement names it
    date     date,
    sequence bigint,
    primary key (work_set, position),
    unique (file, number, attempt)
);
create index bank_message_account on quittance.bank_message (account);
-- What became of it. TAKEN: acted on, with or without findings. HELD: nothing was written, the next night tries again when
-- rates or configuration have changed. REFUSED: nothing was written, it may be delivered again.
create table quittance.bank_result (
    file     char(64) not null,
    number   integer not null,
    attempt  smallint not null,
    outcome  text not null check (outcome in ('TAKEN', 'HELD', 'REFUSED')),
    primary key (file, number, attempt),
    foreign key (file, number, attempt) references quittance.bank_message (file, number, attempt)
);
-- Messages as they stand: the last attempt of each.
create view quittance.bank_standing as
select m.*, r.outcome
from quittance.bank_message m left join quittance.bank_result r using (file, number, attempt)
where not exists (select 1 from quittance.bank_message later
                  where later.file = m.file and later.number = m.number and later.attempt > m.attempt);

create table quittance.rate_file_result (
    file     char(64) not null references quittance.archived_file,
    attempt  smallint not null,
    work_set text collate "C" not null references quittance.work_set,
    subject  uuid not null,                    -- of its findings
    taken    boolean not null,
    primary key (file, attempt)
);
grant select, insert on quittance.bank_message, quittance.bank_result, quittance.rate_file_result to quittance_app;
grant select on quittance.bank_standing to quittance_app;

alter table quittance.status_report add column position integer not null default 1;    -- of the message in its file
alter table quittance.status_report drop constraint status_report_pkey;
alter table quittance.status_report add primary key (file, position);

-- Where an entry names a batch and the figures do not agree, it may be about any payment of the batch.
alter table quittance.statement_entry add column batch text collate "C";
create index statement_entry_mismatch on quittance.statement_entry (payment) where status = 'MISMATCH';

-- A person found out where the money is. Until then nothing that the payment was for is paid again.
create table quittance.doubt_cleared (
    payment    text collate "C" not null references quittance.payment,
    source     text not null,                  -- the statement entry or message that casts the doubt
    cleared_by text not null,
    reason     text not null,
    primary key (payment, source)
);
grant select, insert on quittance.doubt_cleared to quittance_app;

-- Payments that the bank refused or gave back, and for which money went out all the same: a statement shows it, or the bank says so.
create view quittance.payment_in_doubt as
with undone as (
    select v.payment, v.state, v.position
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
      on v.payment = u.payment and v.position > u.position and v.state = 'ACCEPTED' and v.code in ('ACSC', 'ACCC')
    where u.state = 'REJECTED')
select d.payment, d.state, d.source, d.told
from doubt d
where not exists (select 1 from quittance.doubt_cleared c where c.payment = d.payment and c.source = d.source);

-- What those payments were for: their documents are open in the books, and must not be paid again. One row a document.
create view quittance.document_in_doubt as
select s.invoice, string_agg(distinct d.payment || ' is ' || d.state || ', but ' || d.told, '; ') as reason
from quittance.payment_in_doubt d join quittance.settlement s on s.payment = d.payment
group by s.invoice;
grant select on quittance.payment_in_doubt, quittance.document_in_doubt to quittance_app;

-- The last door before the point of no return: whoever calls it, a run does not leave with such a document.
create function quittance.guard_doubt() returns trigger language plpgsql as $$
declare
    doubt text;
begin
    select s.number || ': ' || d.reason into doubt
    from quittance.settlement s join quittance.document_in_doubt d on d.invoice = s.invoice
    where s.run = new.id and s.live order by s.number limit 1;
    if doubt is not null then
        raise exception 'run % cannot be released, its money may be out already: %', new.id, doubt using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger payment_run_doubt before update on quittance.payment_run
    for each row when (new.state = 'RELEASED' and old.state <> 'RELEASED') execute function quittance.guard_doubt();

-- Reasons as they stand: of a message that was read again, those of the last time.
create view quittance.message_attempt as
select m.subject, m.attempt from quittance.bank_message m join quittance.bank_result using (file, number, attempt)
union all
select subject, attempt from quittance.rate_file_result;
grant select on quittance.message_attempt to quittance_app;

create or replace view quittance.list_findings as
select f.code, f.severity, coalesce(i.entity, r.entity) as entity, coalesce(i.contractor, r.contractor) as contractor,
       coalesce(i.number, r.number) as number, f.file, f.line, f.field, f.read, f.expected, f.message, f.hint
from quittance.finding f
left join quittance.invoice i on i.id = f.subject
left join quittance.refusal r on r.id = f.subject
where (f.attempt = 0
       or exists (select 1 from quittance.assessment a where a.invoice = f.subject and a.attempt = f.attempt and a.latest)
       or exists (select 1 from quittance.message_attempt m where m.subject = f.subject and m.attempt = f.attempt))
  and not exists (select 1 from quittance.message_attempt m where m.subject = f.subject and m.attempt > f.attempt);

-- A status report that comes late does not make a settled payment a merely accepted one.
create or replace view quittance.list_payments as
select p.id as payment, p.run, p.entity, p.contractor, p.payee_name, p.rail, p.currency, quittance.amount(p.minor, p.currency) as amount,
       p.account_country || '…' || right(p.account_number, 4) as account, p.end_to_end_id,
       coalesce((select e.state from quittance.payment_event e where e.payment = p.id
                 order by e.state in ('REJECTED', 'SETTLED', 'RETURNED') desc, e.position desc limit 1), 'PROPOSED') as state
from quittance.payment p;
