-- What came in, what was understood of it, and what was concluded. Insert-only but for the columns named below.

-- One row per file content, for ever: the same bytes are taken in once, whatever their name.
create table quittance.intake_file (
    sha256   char(64) primary key,
    kind     text not null check (kind in ('INVOICES', 'BANK', 'RATES')),
    name     text not null,
    bytes    bigint not null,
    work_set text collate "C" not null references quittance.work_set,
    position integer not null,
    unique (work_set, position)
);
-- Every delivery, duplicates too: files in = taken in + duplicates.
create table quittance.intake_delivery (
    work_set text collate "C" not null references quittance.work_set,
    position integer not null,
    name     text not null,
    sha256   char(64) not null,
    outcome  text not null check (outcome in ('NEW', 'DUPLICATE')),
    primary key (work_set, position)
);
-- What became of a file: how many documents stood in it.
create table quittance.intake_result (
    sha256     char(64) primary key references quittance.intake_file,
    documents  integer not null,
    understood integer not null,
    refused    integer not null
);

create table quittance.rate (
    mark       bigint generated always as identity,
    source     text collate "C" not null,
    base       char(3) not null,
    quote      char(3) not null,
    valid_from date not null,
    valid_to   date not null check (valid_to >= valid_from),
    value      numeric(38, 12) not null check (value > 0),
    file       char(64) not null,
    primary key (source, base, quote, valid_from)
);
create index rate_mark on quittance.rate (mark);

create table quittance.invoice (
    id                uuid primary key,
    intake            text collate "C" not null references quittance.work_set,
    file              char(64) not null references quittance.intake_file,
    file_name         text not null,
    position          integer not null,
    line              bigint not null,
    kind              text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    entity            text collate "C" not null,
    contractor        text collate "C" not null,
    shard             smallint not null check (shard between 0 and 63),
    number            text collate "C" not null,
    number_normalised text collate "C" not null,
    issue_date        date not null,
    supply_date       date,
    due_date          date,
    contractor_name   text not null,
    contractor_vat_id text,
    contract          text collate "C",
    purchase_reference text,
    currency          char(3) not null,
    net_minor         bigint not null,
    vat_minor         bigint not null,
    gross_minor       bigint not null,
    prepaid_minor     bigint not null,
    rounding_minor    bigint not null,
    due_minor         bigint not null,
    payee_account     text,
    payee_bic         text,
    payment_reference text,
    preceding_invoice text,
    unique (file, position)
);
create table quittance.invoice_line (
    invoice     uuid not null references quittance.invoice,
    position    integer not null,
    number      text not null,
    line        bigint not null,
    description text not null,
    quantity    numeric(38, 12) not null,
    unit_price  numeric(38, 12) not null,
    net_minor   bigint not null,
    category    text not null,
    rate        numeric(9, 4),
    vat_minor   bigint,
    primary key (invoice, position)
);
create table quittance.invoice_vat (
    invoice    uuid not null references quittance.invoice,
    position   smallint not null,
    category   text not null,
    rate       numeric(9, 4),
    base_minor bigint not null,
    tax_minor  bigint not null,
    primary key (invoice, position)
);

-- A record that could not be understood. Its original stands in quarantine/, its findings under its id.
create table quittance.refusal (
    id          uuid primary key,
    intake      text collate "C" not null references quittance.work_set,
    file        char(64) not null references quittance.intake_file,
    file_name   text not null,
    position    integer not null,      -- 0 for the whole file
    line        bigint not null,
    number      text,
    entity      text collate "C",
    contractor  text collate "C",
    currency    text,
    gross       text,                  -- as it was written
    unique (file, position)
);

-- Reasons. The subject is an invoice, a refusal, or a bank message; attempt 0 is reading, 1.. are assessments.
create table quittance.finding (
    subject  uuid not null,
    attempt  smallint not null,
    position smallint not null,
    work_set text collate "C" not null,
    code     char(4) not null,
    severity text not null check (severity in ('REJECT', 'HOLD', 'WARN')),
    file     text,
    line     bigint,
    field    text,
    read     text,
    expected text,
    message  text not null,
    hint     text not null,
    primary key (subject, attempt, position)
);

-- The frozen work of one assessment, in the one order that decides which of two duplicates came first.
create table quittance.assess_candidate (
    work_set text collate "C" not null references quittance.work_set,
    position bigint not null,
    shard    smallint not null,
    invoice  uuid not null,
    attempt  smallint not null,
    primary key (work_set, position)
);

create table quittance.assessment (
    invoice          uuid not null references quittance.invoice,
    attempt          smallint not null check (attempt > 0),
    work_set         text collate "C" not null,
    latest           boolean not null,          -- updated when a later attempt replaces it
    verdict          text not null check (verdict in ('ACCEPTED', 'HELD', 'REJECTED')),
    entity           text collate "C" not null,
    contractor       text collate "C" not null,
    treatment        text,
    jurisdiction     text,
    tax_point        date,
    steps            text,                      -- the tax determination: question, answer, basis, one per line, tab between
    currency         char(3) not null,
    payable_minor    bigint,
    functional       char(3),
    functional_minor bigint,
    due_date         date,
    account_number   text,
    account_bic      text,
    account_system   text,
    account_member   text,
    account_country  char(2),
    payee_name       text,
    payee_street     text,
    payee_building   text,
    payee_post_code  text,
    payee_town       text,
    payee_subdivision text,
    payee_country    char(2),
    primary key (invoice, attempt)
);
create unique index assessment_latest on quittance.assessment (invoice) where latest;
create index assessment_open on quittance.assessment (entity, contractor) where latest and verdict <> 'REJECTED';

-- The key of every accepted or held document. Deleted when a later attempt rejects a held one; never else.
create table quittance.document_key (
    entity     text collate "C" not null,
    contractor text collate "C" not null,
    kind       text not null,
    number     text collate "C" not null,
    year       smallint not null,
    invoice    uuid not null unique references quittance.invoice,
    primary key (entity, contractor, kind, number, year)
);
-- Net accepted per contract: a running sum that check compares with its parts.
create table quittance.contract_use (
    contract       text collate "C" primary key,
    currency       char(3) not null,
    accepted_minor bigint not null
);

create table quittance.conversion (
    invoice       uuid not null references quittance.invoice,
    attempt       smallint not null,
    position      smallint not null,
    purpose       text not null check (purpose in ('BOOKING', 'VAT', 'PAYMENT')),
    from_currency char(3) not null,
    from_minor    bigint not null,
    to_currency   char(3) not null,
    to_minor      bigint not null,
    rate          numeric(38, 18) not null,
    wanted_on     date not null,
    age_days      integer not null,
    path          text not null,               -- the published rates used: SOURCE BASE/QUOTE DATE VALUE, joined by ;
    primary key (invoice, attempt, position)
);
create table quittance.vat_entry (
    id                   uuid primary key,
    invoice              uuid not null references quittance.invoice,
    journal              uuid not null,
    position             smallint not null,
    entity               text collate "C" not null,
    jurisdiction         text collate "C" not null,
    treatment            text not null,
    tax_point            date not null,
    period               date not null,
    rate                 numeric(9, 4) not null,
    rate_row             text not null,
    currency             char(3) not null,
    base_minor           bigint not null,
    output_minor         bigint not null,
    input_minor          bigint not null,
    non_recoverable_minor bigint not null,
    unique (invoice, position)
);
create index vat_entry_period on quittance.vat_entry (entity, jurisdiction, period);

grant select, insert on quittance.intake_file, quittance.intake_delivery, quittance.intake_result, quittance.rate, quittance.invoice,
    quittance.invoice_line, quittance.invoice_vat, quittance.refusal, quittance.finding, quittance.assess_candidate, quittance.assessment,
    quittance.document_key, quittance.contract_use, quittance.conversion, quittance.vat_entry to quittance_app;
grant update (latest) on quittance.assessment to quittance_app;
grant update (accepted_minor) on quittance.contract_use to quittance_app;
grant delete on quittance.document_key to quittance_app;
grant usage on sequence quittance.rate_mark_seq to quittance_app;
