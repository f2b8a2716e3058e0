-- What the official e-invoice rules said of each document when it was taken in: rule sets change, so with their version.
create table quittance.official_verdict (
    file     char(64) not null references quittance.archived_file,
    position integer not null,
    rule_set text collate "C" not null,  -- en16931, peppol, xrechnung, zugferd-extended ...
    version  text collate "C" not null,
    binding  boolean not null,           -- false where the document's own profile may break it
    valid    boolean not null,
    breaches integer not null,           -- all that were found; findings tell the first hundred
    work_set text collate "C" not null references quittance.work_set,
    primary key (file, position, rule_set)
);
grant select, insert on quittance.official_verdict to quittance_app;

-- The id of the official rule behind a finding (BR-CO-15); null when the rule is ours.
alter table quittance.finding add column rule text collate "C";

-- What was found while reading and still counts is repeated by the assessment, with the effect it has there: told once.
create or replace view quittance.list_findings as
select f.code, f.severity, coalesce(i.entity, r.entity) as entity, coalesce(i.contractor, r.contractor) as contractor,
       coalesce(i.number, r.number) as number, f.file, f.line, f.field, f.read, f.expected, f.message, f.hint, f.rule
from quittance.finding f
left join quittance.invoice i on i.id = f.subject
left join quittance.refusal r on r.id = f.subject
where (case f.attempt
       when 0 then not exists (select 1 from quittance.assessment a join quittance.finding g on g.subject = a.invoice and g.attempt = a.attempt
                               where a.invoice = f.subject and a.latest and g.code = f.code and g.message = f.message
                                 and g.line is not distinct from f.line)
       else exists (select 1 from quittance.assessment a where a.invoice = f.subject and a.attempt = f.attempt and a.latest) end
       or exists (select 1 from quittance.message_attempt m where m.subject = f.subject and m.attempt = f.attempt))
  and not exists (select 1 from quittance.message_attempt m where m.subject = f.subject and m.attempt > f.attempt);
