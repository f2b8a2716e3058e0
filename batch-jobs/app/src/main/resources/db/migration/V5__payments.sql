-- Runs, payments and files. States move along allowed arrows only; an approval signs a digest.
create table quittance.payment_run (
    id            text collate "C" primary key,      -- <ENTITY>-<yyyymmdd>-<nn>
    work_set      text collate "C" not null references quittance.work_set,
    entity        text collate "C" not null,
    functional    char(3) not null,
    pay_date      date not null,
    sequence      integer not null,
    horizon       date not null,
    business_date date not null,
    proposed_by   text not null,
    state         text not null check (state in ('PROPOSING', 'PROPOSED', 'APPROVED', 'RELEASED', 'SETTLED', 'CANCELLED')),
    digest        char(64),
    released_by   text,
    released_on   date,
    unique (entity, pay_date, sequence)
);
create unique index payment_run_one_open on quittance.payment_run (entity)
    where state in ('PROPOSING', 'PROPOSED', 'APPROVED');

create function quittance.guard_run_state() returns trigger language plpgsql as $$
begin
    if old.state <> new.state and (old.state, new.state) not in (
        ('PROPOSING', 'PROPOSED'), ('PROPOSING', 'CANCELLED'), ('PROPOSED', 'APPROVED'), ('PROPOSED', 'CANCELLED'),
        ('APPROVED', 'PROPOSED'), ('APPROVED', 'RELEASED'), ('APPROVED', 'CANCELLED'), ('RELEASED', 'SETTLED')) then
        raise exception 'run % cannot go from % to %', old.id, old.state, new.state using errcode = 'check_violation';
    end if;
    if old.state in ('RELEASED', 'SETTLED', 'CANCELLED') and (old.digest is distinct from new.digest) then
        raise exception 'run % is %: its content is final', old.id, old.state using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger payment_run_state before update on quittance.payment_run
    for each row execute function quittance.guard_run_state();

create table quittance.run_decision (
    run      text collate "C" not null references quittance.payment_run,
    invoice  uuid not null references quittance.invoice,
    outcome  text not null check (outcome in ('PAID', 'NETTED', 'HELD', 'LATER', 'EXCLUDED')),
    reason   text not null,
    payment  text collate "C",
    primary key (run, invoice)
);
create table quittance.payment_file (
    message_id   text collate "C" primary key,
    run          text collate "C" not null references quittance.payment_run,
    position     integer not null,
    name         text collate "C" not null unique,
    rail         text not null check (rail in ('SEPA', 'CROSS_BORDER')),
    debit_account text collate "C" not null,
    created_at   timestamp not null,               -- CreDtTm: from the business date, not the clock
    payments     integer not null,
    sha256       char(64) not null,                -- of the rendering that was signed
    unique (run, position)
);
create table quittance.payment_batch (
    id         text collate "C" primary key,        -- PmtInfId
    file       text collate "C" not null references quittance.payment_file,
    position   integer not null,
    currency   char(3) not null,
    payments   integer not null,
    sum_minor  bigint not null,
    unique (file, position)
);
create table quittance.payment (
    id            text collate "C" primary key,
    run           text collate "C" not null references quittance.payment_run,
    batch         text collate "C" not null,
    position      integer not null,
    entity        text collate "C" not null,
    contractor    text collate "C" not null,
    payee_name    text not null,
    payee_street  text,
    payee_building text,
    payee_post_code text,
    payee_town    text,
    payee_subdivision text,
    payee_country char(2) not null,
    account_number text not null,
    account_bic   text,
    account_system text,
    account_member text,
    account_country char(2) not null,
    rail          text not null,
    debit_account text collate "C" not null,
    currency      char(3) not null,
    minor         bigint not null check (minor > 0),
    functional    char(3) not null,
    functional_minor bigint not null,               -- what its documents were booked at
    estimate_minor bigint,                          -- payment purpose, functional currency
    end_to_end_id text collate "C" not null unique,
    uetr          text collate "C" not null unique,
    remittance    text not null,
    unique (run, position)
);
create index payment_batch_position on quittance.payment (batch, position);

-- What settles what. Live while its run is open or its payment stands; a return or a cancelled run ends it.
create table quittance.settlement (
    run              text collate "C" not null references quittance.payment_run,
    invoice          uuid not null references quittance.invoice,
    payment          text collate "C",               -- null: netted to zero without a transfer
    netting          text collate "C",
    number           text not null,
    currency         char(3) not null,
    minor            bigint not null,
    functional       char(3) not null,
    functional_minor bigint not null,
    live             boolean not null default true,
    primary key (run, invoice)
);
-- The one-payment theorem: an invoice has at most one live settlement, ever.
create unique index settlement_one_live on quittance.settlement (invoice) where live;
create index settlement_payment on quittance.settlement (payment);

create table quittance.approval (
    run      text collate "C" not null references quittance.payment_run,
    position integer not null,
    approver text not null,
    digest   char(64) not null,
    primary key (run, position),
    unique (run, approver, digest)
);

-- What happened to a payment after release, in the order in which it became known.
create table quittance.payment_event (
    payment  text collate "C" not null references quittance.payment,
    position integer not null,
    work_set text collate "C" not null,
    state    text not null check (state in ('ORDERED', 'ACCEPTED', 'REJECTED', 'SETTLED', 'RETURNED')),
    code     text,
    reason   text,
    on_date  date not null,
    source   text not null,                         -- message or statement entry it came from
    primary key (payment, position),
    unique (payment, source, state)
);

grant select, insert on quittance.payment_run, quittance.run_decision, quittance.payment_file, quittance.payment_batch,
    quittance.payment, quittance.settlement, quittance.approval, quittance.payment_event to quittance_app;
grant update (state, digest, released_by, released_on) on quittance.payment_run to quittance_app;
grant update (live) on quittance.settlement to quittance_app;
