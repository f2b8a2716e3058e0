-- A file that was refused as a whole may be delivered again, unchanged, when its reason has gone: a profile of columns was added,
-- a limit raised, the program learned a format. It is read again by the work set that got it (outcome AGAIN), and what became of
-- it is told for each reading.
alter table quittance.intake_result add column intake text collate "C" references quittance.work_set;
update quittance.intake_result r set intake = f.work_set
from quittance.intake_file f where f.sha256 = r.sha256 and f.kind = 'INVOICES';
alter table quittance.intake_result alter column intake set not null;
alter table quittance.intake_result drop constraint intake_result_pkey;
alter table quittance.intake_result add primary key (sha256, intake);

alter table quittance.refusal drop constraint refusal_file_position_key;
alter table quittance.refusal add unique (file, position, intake);

-- A refused file is laid out by the name that it was delivered by.
create index intake_delivery_content on quittance.intake_delivery (sha256, work_set);
