-- What tax registers (VIES, and national ones) said of VAT ids, and what each document's tax rests on. Insert-only.

-- Whatever stages and kinds of files there are by now: one more.
do $$
declare
    place record;
    known text;
begin
    for place in select * from (values ('work_set', 'stage', 'registry'), ('intake_file', 'kind', 'REGISTRY'),
                                       ('intake_delivery', 'kind', 'REGISTRY')) as p (name, field, word)
    loop
        select substring(pg_get_constraintdef(c.oid) from '^CHECK (.*)$') into strict known
        from pg_constraint c
        where c.conrelid = ('quittance.' || place.name)::regclass and c.conname = place.name || '_' || place.field || '_check';
        execute format('alter table quittance.%I drop constraint %I', place.name, place.name || '_' || place.field || '_check');
        execute format('alter table quittance.%I add constraint %I check (%I = %L or %s)', place.name,
                       place.name || '_' || place.field || '_check', place.field, place.word, known);
    end loop;
end $$;

-- Answers and silences recorded up to this mark are visible to the set; null: it did not look.
alter table quittance.work_set add column registry_mark bigint;
create sequence quittance.registry_mark;

-- One answer a register, requester, number and moment: of several on one day the last one counts.
create table quittance.registry_answer (
    mark          bigint not null unique default nextval('quittance.registry_mark'),
    id            uuid primary key,
    register      text collate "C" not null,
    requester     text collate "C",             -- the VAT id in whose name was asked; null: in nobody's
    territory     text collate "C" not null,
    number        text collate "C" not null,    -- in its normal form
    asked_at      timestamptz not null,
    day           date not null check (day = (asked_at at time zone 'UTC')::date),
    valid         boolean not null,
    name_match    text not null check (name_match in ('SAME', 'DIFFERENT', 'NOT_COMPARED')),
    address_match text not null check (address_match in ('SAME', 'DIFFERENT', 'NOT_COMPARED')),
    consultation  text,                         -- under which the register finds its answer again
    request       text not null,                -- what was asked, without names
    original      char(64) not null references quittance.archived_file,
    line          bigint not null check (line >= 0),     -- of the original; 0: all of it
    brought       text not null check (brought in ('FILE', 'ASKED')),
    recorded_by   text not null,
    unique nulls not distinct (register, requester, number, asked_at)
);
create index registry_answer_number on quittance.registry_answer (number, asked_at);

-- A register was asked and did not answer: what is known from before counts as provisional.
create table quittance.registry_silence (
    mark        bigint primary key default nextval('quittance.registry_mark'),
    register    text collate "C" not null,
    requester   text collate "C",
    territory   text collate "C" not null,
    number      text collate "C" not null,
    asked_at    timestamptz not null,
    reason      text not null,
    recorded_by text not null
);

-- The newest of both: who freezes it sees what is up to it and nothing after.
create view quittance.registry_newest as
select greatest((select coalesce(max(mark), 0) from quittance.registry_answer),
                (select coalesce(max(mark), 0) from quittance.registry_silence)) as mark;

-- What became of a file at each reading.
create table quittance.registry_file_result (
    file     char(64) not null references quittance.archived_file,
    attempt  smallint not null,
    work_set text collate "C" not null references quittance.work_set,
    subject  uuid not null,                      -- of its findings
    recorded integer not null,                   -- answers that were new
    refused  boolean not null,                   -- whether anything of it was
    primary key (file, attempt)
);

-- What there was to show for each VAT id that the tax of a document hangs on, when it was assessed.
create table quittance.registry_evidence (
    invoice   uuid not null,
    attempt   smallint not null,
    role      text not null check (role in ('PAYER', 'SUPPLIER')),
    number    text collate "C",
    tax_point date not null,
    standing  text not null check (standing in ('CONFIRMED', 'PROVISIONAL', 'TOO_OLD', 'INVALID', 'NO_ANSWER')),
    answer    uuid references quittance.registry_answer,
    age_days  integer not null check (age_days >= 0),
    primary key (invoice, attempt, role),
    check ((standing = 'NO_ANSWER') = (answer is null)),
    check (number is not null or answer is null)
);
create index registry_evidence_answer on quittance.registry_evidence (answer);

grant select, insert on quittance.registry_answer, quittance.registry_silence, quittance.registry_file_result,
    quittance.registry_evidence to quittance_app;
grant usage on sequence quittance.registry_mark to quittance_app;

-- Reasons of these files are told like those of the others.
do $$
begin
    execute 'create or replace view quittance.message_attempt as ' || rtrim(pg_get_viewdef('quittance.message_attempt'::regclass), '; ')
            || ' union all select subject, attempt from quittance.registry_file_result';
end $$;

-- What people list: each answer with how many accepted documents rest on it; and what the documents of now rest on.
create view quittance.list_registry_answers as
select a.register, a.requester, a.territory, a.number, a.day, a.valid, a.name_match, a.address_match, a.consultation, a.brought,
       a.original, nullif(a.line, 0) as line, a.recorded_by,
       (select count(*) from quittance.registry_evidence e
        join quittance.assessment s on s.invoice = e.invoice and s.attempt = e.attempt and s.latest and s.verdict = 'ACCEPTED'
        where e.answer = a.id) as documents
from quittance.registry_answer a;

create view quittance.list_registry_evidence as
select s.entity, s.contractor, i.kind, i.number, s.verdict, s.treatment, e.tax_point, lower(e.role) as party, e.number as vat_id,
       e.standing, a.register, a.day, case when a.id is not null then e.age_days end as days_away, a.consultation, e.invoice, e.attempt
from quittance.registry_evidence e
join quittance.assessment s on s.invoice = e.invoice and s.attempt = e.attempt and s.latest
join quittance.invoice i on i.id = e.invoice
left join quittance.registry_answer a on a.id = e.answer;
grant select on quittance.registry_newest, quittance.list_registry_answers, quittance.list_registry_evidence to quittance_app;

-- A person withdrew a held document: the next assessment rejects it (Q826), whatever else is found, and its number is free.
create table quittance.document_withdrawn (
    invoice      uuid primary key references quittance.invoice,
    reason       text not null check (reason <> ''),
    withdrawn_by text not null,
    on_date      date not null
);
grant select, insert on quittance.document_withdrawn to quittance_app;
