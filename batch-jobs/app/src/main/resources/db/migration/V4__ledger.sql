-- Double entry. The application may insert and select here, nothing else; corrections are reversals.
create schema ledger;
grant usage on schema ledger to quittance_app;

create table ledger.account (
    code       char(4) primary key,
    name       text not null,
    kind       text not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
    must_clear boolean not null
);
insert into ledger.account (code, name, kind, must_clear) values
    ('1100', 'Bank', 'ASSET', false),
    ('1400', 'Prepayments to contractors', 'ASSET', true),
    ('1510', 'Input VAT', 'ASSET', true),
    ('1900', 'Currency clearing', 'ASSET', true),
    ('1990', 'Unexplained bank entries', 'ASSET', true),
    ('2100', 'Trade payables, contractors', 'LIABILITY', true),
    ('2190', 'Payments in transit', 'LIABILITY', true),
    ('2510', 'Output VAT, reverse charge', 'LIABILITY', true),
    ('6100', 'Contractors'' services', 'EXPENSE', false),
    ('6800', 'Bank charges', 'EXPENSE', false),
    ('6900', 'Realised currency differences', 'EXPENSE', false);

create table ledger.journal (
    id            uuid primary key,
    entity        text collate "C" not null,
    event_key     text collate "C" not null unique,
    kind          text not null,
    business_date date not null,
    reference     text not null,
    reverses      uuid unique references ledger.journal,
    work_set      text collate "C" not null
);
create index journal_work_set on ledger.journal (work_set);

-- Debit positive, credit negative, minor units.
create table ledger.posting (
    journal  uuid not null references ledger.journal,
    position smallint not null,
    entity   text collate "C" not null,
    account  char(4) not null references ledger.account,
    currency char(3) not null,
    minor    bigint not null check (minor <> 0),
    primary key (journal, position)
);
create index posting_account on ledger.posting (entity, account, currency);

-- All postings of a journal come in one statement (COPY is one): so one look at the new rows decides.
create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
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
    select p.journal into wrong from ledger.posting p join fresh f using (journal)
    group by p.journal having count(distinct p.position) <> (select count(*) from fresh g where g.journal = p.journal) limit 1;
    if found then
        raise exception 'journal % got postings twice', wrong.journal using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger posting_balances after insert on ledger.posting
    referencing new table as fresh for each statement execute function ledger.refuse_unbalanced();

-- One block per work set that posted; inside it, each journal's number and hash (see core ledger.Chain).
create table ledger.block (
    number        bigint primary key check (number > 0),
    work_set      text collate "C" not null unique,
    business_date date not null,
    first_no      bigint not null,
    last_no       bigint not null check (last_no >= first_no),
    previous_hash bytea not null,
    hash          bytea not null
);
create table ledger.sealed_journal (
    number  bigint primary key check (number > 0),
    journal uuid not null unique references ledger.journal,
    block   bigint not null,
    hash    bytea not null
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on %', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger journal_append_only before update or delete or truncate on ledger.journal
    for each statement execute function ledger.refuse_change();
create trigger posting_append_only before update or delete or truncate on ledger.posting
    for each statement execute function ledger.refuse_change();
create trigger sealed_append_only before update or delete or truncate on ledger.sealed_journal
    for each statement execute function ledger.refuse_change();
create trigger block_append_only before update or delete or truncate on ledger.block
    for each statement execute function ledger.refuse_change();

grant select on ledger.account to quittance_app;
grant select, insert on ledger.journal, ledger.posting, ledger.block, ledger.sealed_journal to quittance_app;
