-- Returns of VAT: which boxes an entry goes into, and what was frozen when a period was closed.

-- Boxes as the row of config/tax/return-boxes.csv named them when the document was assessed: codes separated by blanks, a tilde for a
-- blank within a code. Null box_row: no row spoke of the treatment. Null due_period: assessed before there were boxes.
alter table quittance.vat_entry add column due_period date;
alter table quittance.vat_entry add column moved_because text;
alter table quittance.vat_entry add column box_row text collate "C";
alter table quittance.vat_entry add column base_boxes text collate "C" not null default '';
alter table quittance.vat_entry add column output_boxes text collate "C" not null default '';
alter table quittance.vat_entry add column input_boxes text collate "C" not null default '';
alter table quittance.vat_entry add check (due_period is null or (due_period <> period) = (moved_because is not null));
alter table quittance.vat_entry add check (due_period is null or due_period <= period);

-- A person closes a period: one act, one work set, in one transaction. The constraint is widened as it stands.
do $$
declare
    stages text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'work_set_stage_check');
begin
    alter table quittance.work_set drop constraint work_set_stage_check;
    execute 'alter table quittance.work_set add constraint work_set_stage_check ' || regexp_replace(stages, 'ARRAY\[', 'ARRAY[''vat''::text, ');
end $$;

insert into ledger.account (code, name, kind, must_clear) values
    ('2520', 'VAT returns: rounding of the form', 'LIABILITY', false),
    ('6950', 'Rounding of VAT returns', 'EXPENSE', false);

create table quittance.vat_return (
    id             text collate "C" primary key,      -- ENTITY/JURISDICTION/PERIOD
    entity         text collate "C" not null,
    jurisdiction   text collate "C" not null,
    period         text collate "C" not null,         -- 2026-11 or 2026-Q4
    first_day      date not null,
    last_day       date not null check (last_day > first_day),
    form           text,                              -- null: no form is sourced, the lines are totals by treatment
    currency       char(3) not null,
    entries        bigint not null check (entries >= 0),
    rounding_minor bigint not null,                   -- net tax declared less net tax of the ledger
    journal        uuid references ledger.journal check ((journal is null) = (rounding_minor = 0)),
    config_digest  char(64) not null,
    digest         char(64) not null,                 -- SHA-256 over the lines and the ids of the entries
    work_set       text collate "C" not null unique references quittance.work_set,
    closed_by      text not null,
    on_date        date not null check (on_date > last_day),
    unique (entity, jurisdiction, first_day)
);
create table quittance.vat_return_line (
    return_id text collate "C" not null references quittance.vat_return,
    position smallint not null,
    form_row text collate "C",                        -- of config/tax/return-forms.csv
    box      text collate "C" not null,
    kind     text not null check (kind in ('BASE', 'GROSS', 'OUTPUT', 'INPUT', 'TOTAL')),
    label    text not null,
    ledger   numeric not null,
    declared numeric not null,
    bound    numeric not null check (abs(declared - ledger) <= bound),
    entries  bigint not null,
    primary key (return_id, position)
);
-- An entry is in one return, for ever.
create table quittance.vat_return_entry (
    entry  uuid primary key references quittance.vat_entry,
    return_id text collate "C" not null references quittance.vat_return
);
create index vat_return_entry_return on quittance.vat_return_entry (return_id);

-- The month itself, or the first one after all that is closed: returns are closed in order, so an empty month before a closed return is closed.
create function quittance.first_open_month(entity text, jurisdiction text, due date) returns date language sql stable as
    'select greatest($3, (select max(r.last_day) + 1 from quittance.vat_return r where r.entity = $1 and r.jurisdiction = $2))';
grant execute on function quittance.first_open_month(text, text, date) to quittance_app;

-- The last door: nothing enters a closed time, whoever writes it.
create function quittance.refuse_closed_period() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    select f.id, r.id as closed into wrong
    from fresh f join quittance.vat_return r
      on r.entity = f.entity and r.jurisdiction = f.jurisdiction and f.period <= r.last_day
    order by r.last_day limit 1;
    if found then
        raise exception 'VAT entry % belongs into a later period: the return % is closed', wrong.id, wrong.closed
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger vat_entry_open_period after insert on quittance.vat_entry
    referencing new table as fresh for each statement execute function quittance.refuse_closed_period();

grant select, insert on quittance.vat_return, quittance.vat_return_line, quittance.vat_return_entry to quittance_app;

-- What came after its period was closed: from where to where, and why.
create view quittance.list_late_vat as
select v.entity, v.jurisdiction, v.due_period as from_period, v.period as to_period, v.moved_because as reason, v.currency,
       quittance.amount(v.base_minor, v.currency) as base, quittance.amount(v.output_minor, v.currency) as output,
       quittance.amount(v.input_minor, v.currency) as input, i.contractor, i.number, v.id as entry
from quittance.vat_entry v join quittance.invoice i on i.id = v.invoice
where v.due_period <> v.period;
grant select on quittance.list_late_vat to quittance_app;
