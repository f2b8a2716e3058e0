-- How many people other than the proposer had to sign: as the configuration said when the run was proposed.
alter table quittance.payment_run add column approvals_needed smallint not null default 1 check (approvals_needed > 0);

-- What is about to lie where the bank fetches it: written before it is moved there, so that nothing is put there twice.
create table quittance.handover (
    run      text collate "C" not null references quittance.payment_run,
    position integer not null,                       -- in this order; the manifest of a folder after its files
    work_set text collate "C" not null references quittance.work_set,
    folder   text not null,                          -- inside the workspace
    name     text collate "C" not null,
    sha256   char(64) not null,
    primary key (run, position),
    unique (run, folder, name)
);
-- Written once it lies there. FOUND: by the attempt before, which died; CONFIRMED: it is gone, and a person said the bank has it.
create table quittance.handed_over (
    run      text collate "C" not null,
    position integer not null,
    how      text not null check (how in ('MOVED', 'FOUND', 'CONFIRMED')),
    primary key (run, position),
    foreign key (run, position) references quittance.handover
);
grant select, insert on quittance.handover, quittance.handed_over to quittance_app;
