-- What persons say about single documents. Rows are never changed: a hold is ended by another row. Who and why stand here and in the
-- audit trail; wall time only there.

-- A person's hold: the document is assessed and booked as it would be, but no run that is proposed pays it.
create table quittance.person_hold (
    id      bigint generated always as identity primary key,
    invoice uuid not null references quittance.invoice,
    reason  text not null check (reason <> ''),
    until   date,                      -- from this business date on it holds no more; null: until somebody lifts it
    held_by text not null,
    on_date date not null,
    check (until > on_date)
);
create index person_hold_invoice on quittance.person_hold (invoice);
create table quittance.person_hold_lifted (
    hold      bigint primary key references quittance.person_hold,
    reason    text not null check (reason <> ''),
    lifted_by text not null,
    on_date   date not null
);
create view quittance.standing_hold as
select h.* from quittance.person_hold h
where not exists (select 1 from quittance.person_hold_lifted l where l.hold = h.id);

-- A person overruled a finding that held a document. It counts for findings of the same document with the same fingerprint.
create table quittance.finding_lifted (
    invoice     uuid not null references quittance.invoice,
    fingerprint char(64) not null,
    attempt     smallint not null,     -- the finding that the person saw
    position    smallint not null,
    code        char(4) not null,
    reason      text not null check (reason <> ''),
    lifted_by   text not null,
    on_date     date not null,
    primary key (invoice, fingerprint),
    foreign key (invoice, attempt, position) references quittance.finding (subject, attempt, position)
);

-- One more attempt may be asked for by a person too, not only by a delivery.
alter table quittance.asked_again alter column intake drop not null;
alter table quittance.asked_again add column asked_by text;
alter table quittance.asked_again add check (num_nonnulls(intake, asked_by) = 1);

grant select, insert on quittance.person_hold, quittance.person_hold_lifted, quittance.finding_lifted to quittance_app;
grant select on quittance.standing_hold to quittance_app;

-- Who overruled something for a document that a run pays: that person does not approve the run.
create view quittance.lifted_in_run as
select s.run, l.invoice, l.code, l.lifted_by, l.on_date, l.reason
from quittance.settlement s join quittance.finding_lifted l on l.invoice = s.invoice
where s.live
union all
select s.run, h.invoice, 'Q709', l.lifted_by, l.on_date, l.reason
from quittance.settlement s join quittance.person_hold h on h.invoice = s.invoice join quittance.person_hold_lifted l on l.hold = h.id
where s.live;
grant select on quittance.lifted_in_run to quittance_app;

-- The last door: whoever calls it, a run is neither approved nor released with a document that a person holds.
create function quittance.guard_hold() returns trigger language plpgsql as $$
declare
    held text;
begin
    select s.number || ' is held by ' || h.held_by || ': ' || h.reason into held
    from quittance.settlement s join quittance.standing_hold h on h.invoice = s.invoice
    where s.run = new.id and s.live and (h.until is null or h.until > new.business_date) order by s.number, h.id limit 1;
    if held is not null then
        raise exception 'run % cannot be %: %', new.id, lower(new.state), held using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger payment_run_hold before update on quittance.payment_run
    for each row when (new.state in ('APPROVED', 'RELEASED') and old.state <> new.state) execute function quittance.guard_hold();
