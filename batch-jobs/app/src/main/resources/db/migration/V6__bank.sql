-- What the bank said, as it said it, and what it was matched with.
create table quittance.status_report (
    message_id          text collate "C" not null,
    file                char(64) primary key references quittance.intake_file,
    work_set            text collate "C" not null,
    original_message_id text collate "C",
    statuses            integer not null
);
create table quittance.statement (
    id           uuid primary key,                    -- v5 of account and statement id
    file         char(64) not null references quittance.intake_file,
    work_set     text collate "C" not null,
    account      text collate "C" not null,           -- our short name of it
    entity       text collate "C" not null,
    statement_id text collate "C" not null,
    sequence     bigint,
    date         date not null,
    currency     char(3) not null,
    opening_minor bigint not null,
    closing_minor bigint not null,
    unique (account, statement_id)
);
create table quittance.statement_entry (
    id           uuid primary key,
    statement    uuid not null references quittance.statement,
    position     integer not null,
    transaction  integer not null,                    -- 0 when the entry has no transactions of its own
    reference    text not null,
    booking_date date not null,
    value_date   date not null,
    currency     char(3) not null,
    minor        bigint not null,                     -- signed, account currency
    instructed_currency char(3),
    instructed_minor    bigint,
    charges_minor       bigint,
    end_to_end_id text collate "C",
    return_reason text,
    remittance   text not null,
    status       text not null check (status in ('EXACT', 'LOT', 'FX', 'FEE', 'RETURNED', 'UNMATCHED', 'MISMATCH')),
    payment      text collate "C" references quittance.payment,
    rule         text not null,                       -- which step of the matching ladder decided
    unique (statement, position, transaction)
);
create index statement_entry_payment on quittance.statement_entry (payment);
grant select, insert on quittance.status_report, quittance.statement, quittance.statement_entry to quittance_app;

create table quittance.tie (
    work_set  text collate "C" not null references quittance.work_set,
    position  integer not null,
    id        text not null,
    scope     text collate "C" not null,              -- entity or run
    title     text not null,
    currency  char(3),
    expected  bigint not null,
    actual    bigint not null,
    primary key (work_set, position)
);
create table quittance.report (
    work_set  text collate "C" not null references quittance.work_set,
    scope     text collate "C" not null,              -- a run, or a month as 2026-11
    state     text not null,                          -- of the data that it shows: the same state is not written twice
    name      text collate "C" not null unique,
    sha256    char(64) not null,
    primary key (scope, state)
);
grant select, insert on quittance.tie, quittance.report to quittance_app;
