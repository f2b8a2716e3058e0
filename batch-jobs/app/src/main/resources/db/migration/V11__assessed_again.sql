-- A rejected document that was delivered again, unchanged, after its reason may have gone (a contractor registered meanwhile, a
-- date that has come): it gets one more attempt for each delivery. A row asks for that attempt; the attempt answers it.
create table quittance.asked_again (
    invoice uuid not null references quittance.invoice,
    attempt smallint not null check (attempt > 1),
    intake  text collate "C" not null references quittance.work_set,
    primary key (invoice, attempt)
);
grant select, insert on quittance.asked_again to quittance_app;
