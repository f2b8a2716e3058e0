-- The documents that a run must decide about, written when the run is begun and by SQL alone; the decisions come later and from
-- the planner. That the two sets are one is tie T-11 and check I-03.
create table quittance.run_candidate (
    run        text collate "C" not null references quittance.payment_run,
    invoice    uuid not null references quittance.invoice,
    contractor text collate "C" not null,
    primary key (run, invoice)
);
create index run_candidate_contractor on quittance.run_candidate (run, contractor);
grant select, insert on quittance.run_candidate to quittance_app;
