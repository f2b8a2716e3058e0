-- How invoice files come in: claimed one by one, and counted as they are read.

-- One row for each file that was taken out of a drop folder or fetched from a server, in its own short transaction: archive, row, then the
-- file leaves its folder. Two columns are updated once each: which work set reads it, and that it is gone from the folder.
create table quittance.claim (
    id       bigint generated always as identity primary key,
    kind     text not null,
    name     text not null,
    sha256   char(64) not null references quittance.archived_file,
    bytes    bigint not null,
    origin   text unique,                                     -- of a server's file: place, name, size, time; null in a drop folder
    work_set text collate "C" references quittance.work_set,  -- null while it waits for the next one
    cleared  boolean not null default false                   -- whether the file is gone from the folder that it was claimed in
);
-- What decides between two who claim the same file at once. The same file may come again once it is gone.
create unique index claim_in_folder on quittance.claim (kind, name, sha256) where not cleared;
create index claim_waiting on quittance.claim (kind) where work_set is null;
create index claim_work_set on quittance.claim (work_set);
grant select, insert on quittance.claim to quittance_app;
grant update (work_set, cleared) on quittance.claim to quittance_app;
grant usage on sequence quittance.claim_id_seq to quittance_app;

-- What was delivered before this table, from the record of deliveries.
insert into quittance.claim (kind, name, sha256, bytes, work_set, cleared)
select d.kind, d.name, d.sha256, f.bytes, d.work_set, w.state = 'DONE'
from quittance.intake_delivery d
join quittance.intake_file f using (sha256, kind)
join quittance.work_set w on w.id = d.work_set
where d.kind = 'INVOICES' and d.outcome <> 'AGAIN'
order by d.work_set, d.position;

-- Documents as they were counted on their way from the reader, portion by portion, before any of them was stored: the other side of the ties
-- over documents. Gross is that of documents that were understood.
create table quittance.intake_count (
    file        char(64) not null references quittance.archived_file,
    currency    text collate "C" not null,                    -- '' where a refused document states none
    first       integer not null,                             -- position of the first of them in the file
    work_set    text collate "C" not null references quittance.work_set,
    documents   integer not null check (documents > 0),
    gross_minor bigint not null,
    primary key (file, currency, first, work_set)  -- a file that was refused as a whole may be read again by another work set
);
create index intake_count_work_set on quittance.intake_count (work_set);
grant select, insert on quittance.intake_count to quittance_app;

insert into quittance.intake_count (file, currency, first, work_set, documents, gross_minor)
select file, currency, min(position), intake, count(*), sum(gross_minor)
from (select file, currency::text as currency, position, intake, gross_minor from quittance.invoice
      union all
      select file, coalesce(currency, ''), position, intake, 0 from quittance.refusal) d
group by file, currency, intake;

-- Where each document that was read stands now. A duplicate is refused by one of the rules Q401 to Q499.
create view quittance.document_standing as
select i.file, i.intake, i.position, i.currency::text as currency, i.gross_minor,
       case when a.invoice is null then 'WAITING'
            when a.verdict = 'REJECTED' and exists (
                select 1 from quittance.finding f
                where f.subject = i.id and f.attempt = a.attempt and f.severity = 'REJECT' and f.code between 'Q401' and 'Q499')
            then 'DUPLICATE' else a.verdict end as standing
from quittance.invoice i left join quittance.assessment a on a.invoice = i.id and a.latest
union all
select r.file, r.intake, r.position, coalesce(r.currency, ''), 0,
       case r.position when 0 then 'REFUSED_FILE' else 'REFUSED' end
from quittance.refusal r;

-- Each file that a finished intake read, by currency: how many documents were read, and where they stand.
create view quittance.file_standing as
with read as (
    select c.work_set, c.file, c.currency, sum(c.documents)::bigint as documents, sum(c.gross_minor)::bigint as gross_minor
    from quittance.intake_count c join quittance.work_set w on w.id = c.work_set and w.state = 'DONE' group by 1, 2, 3),
stands as (
    select s.intake as work_set, s.file, s.currency,
           count(*) filter (where s.standing = 'ACCEPTED') as accepted,
           count(*) filter (where s.standing = 'HELD') as held,
           count(*) filter (where s.standing = 'REJECTED') as rejected,
           count(*) filter (where s.standing = 'DUPLICATE') as duplicates,
           count(*) filter (where s.standing = 'WAITING') as waiting,
           count(*) filter (where s.standing in ('REFUSED', 'REFUSED_FILE')) as refused,
           sum(s.gross_minor)::bigint as gross_minor
    from quittance.document_standing s join quittance.work_set w on w.id = s.intake and w.state = 'DONE' group by 1, 2, 3)
select work_set, file, currency, coalesce(r.documents, 0) as documents, coalesce(s.accepted, 0) as accepted,
       coalesce(s.held, 0) as held, coalesce(s.rejected, 0) as rejected, coalesce(s.duplicates, 0) as duplicates,
       coalesce(s.waiting, 0) as waiting, coalesce(s.refused, 0) as refused,
       coalesce(r.gross_minor, 0) as read_gross_minor, coalesce(s.gross_minor, 0) as gross_minor
from read r full join stands s using (work_set, file, currency);

grant select on quittance.document_standing, quittance.file_standing to quittance_app;
