-- Approved work, and what documents bill of it. Insert-only but for the running sums.
alter table quittance.intake_file drop constraint intake_file_kind_check;
alter table quittance.intake_file add check (kind in ('INVOICES', 'BANK', 'RATES', 'TIMESHEETS'));
alter table quittance.intake_delivery drop constraint intake_delivery_kind_check;
alter table quittance.intake_delivery add check (kind in ('INVOICES', 'BANK', 'RATES', 'TIMESHEETS'));
alter table quittance.work_set drop constraint work_set_stage_check;
alter table quittance.work_set add check
    (stage in ('rates', 'timesheets', 'intake', 'bank', 'assess', 'propose', 'release', 'reconcile', 'report'));
-- Time sheets recorded up to this mark are visible to the set.
alter table quittance.work_set add column sheets_mark bigint not null default 0;

-- What a line says of what it counts and when it was done (BT-130, BG-26).
alter table quittance.invoice_line add column unit text collate "C";
alter table quittance.invoice_line add column period_from date;
alter table quittance.invoice_line add column period_to date;

create table quittance.time_sheet (
    mark        bigint generated always as identity,
    contract    text collate "C" not null,
    name        text collate "C" not null,       -- of the work within its contract: the same in every revision
    revision    smallint not null check (revision > 0),
    unit        text check (unit in ('HUR', 'DAY', 'WEE', 'MON')),
    period_from date,
    period_to   date check (period_to >= period_from),
    milestone   text collate "C",
    quantity    numeric(38, 12) not null check (quantity > 0),     -- of a milestone its amount
    currency    char(3),                         -- of a milestone
    status      text not null check (status in ('SUBMITTED', 'APPROVED', 'WITHDRAWN')),
    approved_by text,
    approved_on date,
    file        char(64) not null references quittance.archived_file,
    line        bigint not null,
    primary key (contract, name, revision),
    check ((milestone is not null) = (currency is not null)),
    check ((milestone is null) = (unit is not null and period_from is not null and period_to is not null)),
    check (status = 'SUBMITTED' or (approved_by is not null and approved_on is not null))
);
create index time_sheet_mark on quittance.time_sheet (mark);

-- The revision that counts, where somebody decided one.
create view quittance.time_sheet_standing as
select distinct on (contract, name) * from quittance.time_sheet where status <> 'SUBMITTED' order by contract, name, revision desc;

-- What became of a file at each reading.
create table quittance.time_sheet_file_result (
    file     char(64) not null references quittance.archived_file,
    attempt  smallint not null,
    work_set text collate "C" not null references quittance.work_set,
    subject  uuid not null,                      -- of its findings
    recorded integer not null,                   -- rows that were new
    refused  boolean not null,                   -- whether anything of it was
    primary key (file, attempt)
);

-- The three-way match of each attempt, where the contract says how it is billed.
create table quittance.document_match (
    invoice  uuid not null,
    attempt  smallint not null,
    contract text collate "C" not null,
    outcome  text not null check (outcome in
                 ('NOT_WANTED', 'MATCHED', 'UNDER_BILLED', 'WITHIN_TOLERANCE', 'NO_TIME_SHEET', 'OVER_BILLED')),
    clauses  text,                               -- of the contract, joined by ;
    primary key (invoice, attempt)
);
create table quittance.line_match (
    invoice    uuid not null,
    attempt    smallint not null,
    position   integer not null,                 -- of the line, from 1
    number     text not null,
    outcome    text not null check (outcome in
                   ('NOT_WANTED', 'MATCHED', 'UNDER_BILLED', 'WITHIN_TOLERANCE', 'NO_TIME_SHEET', 'OVER_BILLED')),
    basis      text check (basis in ('TIME', 'FIXED', 'MILESTONE', 'EXPENSES')),
    unit       text,
    quantity   numeric(38, 12) not null,
    unit_price numeric(38, 12) not null,
    net_minor  bigint not null,
    approved   numeric(38, 12) not null,         -- of the work that it bills
    before     numeric(38, 12) not null,         -- of that, billed by earlier documents and lines
    rate       numeric(38, 12),                  -- agreed; null where there is none, or several
    agreed     numeric(38, 12) not null,         -- what the covered part comes to by the contract, rounded to 12 decimals
    clause     text not null,
    primary key (invoice, attempt, position)
);

-- What accepted documents bill of approved work; a credit note gives back with a minus.
create table quittance.work_billed (
    invoice  uuid not null,
    position integer not null,                   -- of the line, from 1
    contract text collate "C" not null,
    name     text collate "C" not null,
    revision smallint not null,                  -- that counted then; 0 where the contract itself grants it
    units    numeric(38, 12) not null check (units <> 0),
    primary key (invoice, position, name)
);
create index work_billed_of on quittance.work_billed (contract, name);
-- Billed of each piece of work: a running sum that check compares with its parts.
create table quittance.work_use (
    contract text collate "C" not null,
    name     text collate "C" not null,
    billed   numeric(38, 12) not null check (billed >= 0),
    primary key (contract, name)
);

grant select, insert on quittance.time_sheet, quittance.time_sheet_file_result, quittance.document_match, quittance.line_match,
    quittance.work_billed, quittance.work_use to quittance_app;
grant select on quittance.time_sheet_standing to quittance_app;
grant update (billed) on quittance.work_use to quittance_app;
grant usage on sequence quittance.time_sheet_mark_seq to quittance_app;

create or replace view quittance.message_attempt as
select m.subject, m.attempt from quittance.bank_message m join quittance.bank_result using (file, number, attempt)
union all
select subject, attempt from quittance.rate_file_result
union all
select subject, attempt from quittance.time_sheet_file_result;

-- What people list: the match line by line as of the last attempt, and each piece of approved work with what is left of it.
create view quittance.list_matches as
select i.entity, i.contractor, i.kind, i.number, m.contract, l.number as line, l.outcome, l.basis, l.unit, trim_scale(l.quantity) as billed,
       trim_scale(l.approved) as approved, trim_scale(l.before) as billed_before, trim_scale(l.unit_price) as price,
       trim_scale(l.rate) as rate, quittance.amount(l.net_minor, i.currency) as net, i.currency, l.clause, a.verdict,
       i.file_name as file, i.position
from quittance.line_match l
join quittance.document_match m on m.invoice = l.invoice and m.attempt = l.attempt
join quittance.assessment a on a.invoice = l.invoice and a.attempt = l.attempt and a.latest
join quittance.invoice i on i.id = l.invoice;

create view quittance.list_work as
select t.contract, t.name as work, t.unit, t.period_from, t.period_to, t.milestone, t.status, t.revision, trim_scale(t.quantity) as approved,
       trim_scale(coalesce(u.billed, 0)) as billed,
       trim_scale(case t.status when 'APPROVED' then t.quantity else 0 end - coalesce(u.billed, 0)) as open, t.approved_by, t.approved_on
from quittance.time_sheet t
left join quittance.time_sheet_standing s on s.contract = t.contract and s.name = t.name
left join quittance.work_use u on u.contract = t.contract and u.name = t.name
where t.revision = coalesce(s.revision, (select max(revision) from quittance.time_sheet n where n.contract = t.contract and n.name = t.name));

grant select on quittance.list_matches, quittance.list_work to quittance_app;
