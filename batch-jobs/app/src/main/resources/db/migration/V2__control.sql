-- What keeps jobs apart and what they froze. Control tables are the only ones that are ever updated.
create schema quittance;
grant usage on schema quittance to quittance_app;

-- One row per gate. The advisory lock says who runs; the epoch fences off a process that lost it (see engine.JobGate).
create table quittance.gate (
    name   text primary key,
    epoch  bigint      not null default 0,
    holder text,
    since  timestamptz
);
insert into quittance.gate (name) values ('pipeline'), ('intake');
grant select, insert, update on quittance.gate to quittance_app;

-- The frozen input of one stage: jobs know nothing but its id. No work, no row.
create table quittance.work_set (
    id            text collate "C" primary key,
    stage         text not null check (stage in ('rates', 'intake', 'bank', 'assess', 'propose', 'release', 'reconcile', 'report')),
    scope         text collate "C" not null default '',      -- the entity or run it is for, '' for all
    business_date date not null,
    sequence      integer not null check (sequence > 0),     -- within stage, scope and date
    config_digest char(64) not null,
    rates_mark    bigint not null default 0,                 -- rates recorded up to this mark are visible to it
    partitions    integer not null default 1 check (partitions between 1 and 64),
    content       text,                                      -- what else the stage froze, in its own form
    state         text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
    unique (stage, scope, business_date, sequence)
);
create unique index work_set_one_open on quittance.work_set (stage, scope) where state = 'OPEN';
grant select, insert, update on quittance.work_set to quittance_app;

-- Who did what, when: wall time lives here and is never exported, hashed or sorted by.
create table quittance.audit_event (
    id        bigint generated always as identity primary key,
    at        timestamptz not null default clock_timestamp(),
    actor     text not null,               -- the operating-system user
    acting_as text not null,               -- the user of config/users.yaml
    action    text not null,
    subject   text collate "C" not null,
    detail    text
);
grant select, insert on quittance.audit_event to quittance_app;
grant usage on sequence quittance.audit_event_id_seq to quittance_app;

-- Decimals of each currency's minor unit, written once from the program's own registry (Joda-Money) at the first start.
create table quittance.currency_decimals (
    currency char(3) primary key,
    decimals smallint not null check (decimals between 0 and 4)
);
grant select, insert on quittance.currency_decimals to quittance_app;
