-- What a box takes of a purchase with tax where only the deducted part counts: New Zealand's box 11, of which box 12 is 3/23.
create function quittance.deducted_gross(base bigint, charged bigint, input bigint) returns bigint language sql immutable as
    'select case when $2 = 0 then $1 else round(($1 + $2)::numeric * $3 / $2)::bigint end';
grant execute on function quittance.deducted_gross(bigint, bigint, bigint) to quittance_app;

-- Figures of that kind, of what payments kept back, and of one of several taxes in a figure.
alter table quittance.vat_return_line drop constraint vat_return_line_kind_check;
alter table quittance.vat_return_line add constraint vat_return_line_kind_check
    check (kind in ('BASE', 'GROSS', 'DEDUCTED', 'OUTPUT', 'INPUT', 'TOTAL', 'WITHHELD', 'PART'));

-- What payments kept back and a return declared: once, for ever. One that comes back later is corrected by a revision of the form.
create table quittance.vat_return_withholding (
    run       text collate "C" not null,
    invoice   uuid not null,
    position  smallint not null,
    return_id text collate "C" not null references quittance.vat_return,
    primary key (run, invoice, position),
    foreign key (run, invoice, position) references quittance.withholding (run, invoice, position)
);
create index vat_return_withholding_return on quittance.vat_return_withholding (return_id);

-- Whether the registers were asked about when the return was closed; those of before were not.
alter table quittance.vat_return add column proof_asked boolean not null default false;

-- A person closed a return although registers had not confirmed, or had denied, VAT ids that its tax hangs on.
create table quittance.vat_return_acceptance (
    return_id   text collate "C" primary key references quittance.vat_return,
    reason      text not null check (reason <> ''),
    accepted_by text not null
);

-- Each VAT id of a return that no register had confirmed when it was closed.
create table quittance.vat_return_unproven (
    return_id text collate "C" not null references quittance.vat_return,
    invoice   uuid not null,
    attempt   smallint not null,
    role      text not null,
    standing  text not null check (standing in ('PROVISIONAL', 'TOO_OLD', 'NO_ANSWER', 'DENIED')),
    asked_for boolean not null,      -- a person had to accept it: the policy asks for proof, or a register denies the id
    primary key (return_id, invoice, role),
    foreign key (invoice, attempt, role) references quittance.registry_evidence (invoice, attempt, role),
    check (asked_for or standing <> 'DENIED')
);

-- What evidence is worth now: a later answer of a day near the tax point counts, whatever was known at assessment.
create function quittance.unproven_ids(entity text, jurisdiction text, first date, last date, max_age integer)
returns table (invoice uuid, attempt smallint, role text, standing text) language sql stable as $$
    select e.invoice, e.attempt, e.role, case when later.valid is null then e.standing else 'DENIED' end
    from quittance.registry_evidence e
    join quittance.assessment s on s.invoice = e.invoice and s.attempt = e.attempt and s.latest and s.verdict = 'ACCEPTED'
    left join quittance.registry_answer known on known.id = e.answer
    left join lateral (select a.valid from quittance.registry_answer a
                       where a.number = e.number and abs(a.day - e.tax_point) <= $5 and a.mark > coalesce(known.mark, 0)
                       order by a.mark desc limit 1) later on true
    where e.standing <> 'INVALID' and case when later.valid is null then e.standing <> 'CONFIRMED' else not later.valid end
      and exists (select 1 from quittance.vat_entry v
                  where v.invoice = e.invoice and v.entity = $1 and v.jurisdiction = $2 and v.period between $3 and $4)
$$;
grant execute on function quittance.unproven_ids(text, text, date, date, integer) to quittance_app;

grant select, insert on quittance.vat_return_withholding, quittance.vat_return_acceptance, quittance.vat_return_unproven to quittance_app;
