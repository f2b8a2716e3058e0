-- Tax that a run keeps back from its payees, or reports of them: one row per document and rule. What stands of it is what its
-- settlement says (settlement.live): a payment that was refused or came back withheld nothing.
create table quittance.withholding (
    run             text collate "C" not null references quittance.payment_run,
    invoice         uuid not null references quittance.invoice,
    position        smallint not null,
    payment         text collate "C" not null,
    entity          text collate "C" not null,
    contractor      text collate "C" not null,
    person          text collate "C" not null,       -- ids that thresholds add up with it, its own among them, blanks between
    residence       char(2) not null,                -- of the payee, for tax
    jurisdiction    char(2) not null,                -- to whose tax office it is owed
    pay_date        date not null,
    counted_on      date not null,                   -- day of the rule's trigger: whose year or month thresholds add up
    family          text not null check (family in ('INCOME_TAX', 'RETAINED_VAT')),
    head            text collate "C" not null,       -- what thresholds add up
    name            text not null,
    income          text not null,
    rule            text collate "C" not null,       -- of config/tax/withholding-rules.csv
    rule_recorded_at date not null,                  -- which version of it
    final           boolean not null,
    return_code     text collate "C",
    certificate     text collate "C",                -- that lowered the rate
    borne_by        text not null check (borne_by in ('PAYEE', 'PAYER')),
    rate            numeric(38, 12) not null check (rate between 0 and 100),
    tax_currency    char(3) not null,
    base_minor      bigint not null,                 -- of the document, towards thresholds, tax currency
    taxed_minor     bigint not null,                 -- what the rate was taken from, tax currency
    tax_minor       bigint not null,                 -- owed to the tax office, tax currency
    currency        char(3) not null,                -- of the document
    minor           bigint not null,                 -- the same tax in it
    kept_minor      bigint not null,                 -- what the payee gets less; 0 where the payer bears it
    fx_rate         numeric not null check (fx_rate > 0), -- unrounded; tax currency per unit of the document's
    steps           text not null,                   -- the evidence, one per line
    primary key (run, invoice, position),
    foreign key (run, invoice) references quittance.settlement (run, invoice) deferrable initially deferred,
    check (kept_minor = case borne_by when 'PAYEE' then minor else 0 end)
);
create index withholding_payment on quittance.withholding (payment);
create index withholding_payee on quittance.withholding (entity, contractor, counted_on);

-- Certificates that payees and tax offices ask for: numbered without a gap per entity, country and year when the run is released.
-- A number is never given twice; that of a payment that came back stays with it.
create table quittance.withholding_certificate (
    entity       text collate "C" not null,
    jurisdiction char(2) not null,
    year         smallint not null,
    number       integer not null check (number > 0),
    payment      text collate "C" not null references quittance.payment,
    family       text not null check (family in ('INCOME_TAX', 'RETAINED_VAT')),
    work_set     text collate "C" not null references quittance.work_set,
    primary key (entity, jurisdiction, year, number),
    unique (payment, family)
);

-- What was withheld and still stands, whether its run is released or only proposed.
create view quittance.standing_withholding as
select w.*, r.state as run_state, i.number as document
from quittance.withholding w
join quittance.settlement s on s.run = w.run and s.invoice = w.invoice and s.live
join quittance.payment_run r on r.id = w.run
join quittance.invoice i on i.id = w.invoice;

insert into ledger.account (code, name, kind, must_clear) values
    ('2610', 'Withholding tax payable', 'LIABILITY', true),
    ('2620', 'Withheld VAT payable', 'LIABILITY', true),
    ('6110', 'Withholding tax borne', 'EXPENSE', false);

comment on column quittance.payment.functional_minor is
    'what its documents were booked at, less what was withheld from them, in functional currency';

grant select, insert on quittance.withholding, quittance.withholding_certificate to quittance_app;
grant select on quittance.standing_withholding to quittance_app;
