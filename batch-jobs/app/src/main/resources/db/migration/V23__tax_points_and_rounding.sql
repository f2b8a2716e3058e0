-- When tax arises, how it was rounded, and how much of it may be deducted: by rows of config/tax, whose ids are kept.

insert into ledger.account (code, name, kind, must_clear) values
    ('1520', 'Input VAT, once it is paid', 'ASSET', true),
    ('6190', 'Rounding differences of VAT', 'EXPENSE', false);

-- How the amounts of an entry came about, signed like them. What was there before had neither waiting nor rounding.
alter table quittance.vat_entry
    add column charged_minor  bigint,                          -- what the supplier charges and is paid
    add column own_minor      bigint,                          -- what it is by our own rounding
    add column rounding_minor bigint not null default 0,       -- the part of charged that is more than ours: paid, not deducted, on 6190
    add column waiting_minor  bigint not null default 0,       -- what may be deducted once the document is paid, on 1520
    add column included_minor bigint not null default 0,       -- tax that the price is taken to contain although none is shown
    add column tax_point_row  text not null default 'none',
    add column rounding_row   text not null default 'none',
    add column recovery_row   text not null default 'none';
update quittance.vat_entry set charged_minor = input_minor + non_recoverable_minor - output_minor,
                               own_minor = input_minor + non_recoverable_minor - output_minor;
alter table quittance.vat_entry
    alter column charged_minor set not null,
    alter column own_minor set not null,
    alter column rounding_minor drop default,
    alter column waiting_minor drop default,
    alter column included_minor drop default,
    alter column tax_point_row drop default,
    alter column rounding_row drop default,
    alter column recovery_row drop default;

-- What waits is asked of the documents of a payment or of a netting: as many as a statement tells.
create index settlement_netting on quittance.settlement (netting) where netting is not null;

-- When the supplier says that his tax arises (EN 16931 BT-7).
alter table quittance.invoice add column tax_point_date date;

-- The days that the tax point of each attempt was derived from. When a document came and when it was paid, others know: see the view.
create table quittance.tax_dates (
    invoice        uuid not null references quittance.invoice,
    attempt        smallint not null,
    performed_from date,                        -- null where no day of supply is stated: then the invoice's stands for it
    performed_to   date,
    stated         date,                        -- the supplier's own tax point (EN 16931 BT-7)
    invoiced       date not null,
    tax_point      date not null,
    exchange_day   date not null,               -- whose rate converts foreign tax
    provisional    boolean not null,            -- whether a payment that was not known yet may move it
    tax_point_row  text not null,
    primary key (invoice, attempt),
    check ((performed_from is null) = (performed_to is null))
);
grant select, insert on quittance.tax_dates to quittance_app;

-- All days of a document that a tax point can hang on: also when it was received, and when a payment of it was first settled.
create view quittance.list_tax_dates as
select d.invoice, a.entity, a.contractor, i.number, a.treatment, a.jurisdiction, d.performed_from, d.performed_to, d.stated, d.invoiced,
       w.business_date as received,
       (select min(e.on_date) from quittance.settlement s join quittance.payment_event e on e.payment = s.payment
        where s.invoice = d.invoice and e.state = 'SETTLED') as paid,
       d.tax_point, d.exchange_day, d.provisional, d.tax_point_row, d.performed_to is null as performance_missing
from quittance.tax_dates d
join quittance.assessment a on a.invoice = d.invoice and a.attempt = d.attempt and a.latest
join quittance.invoice i on i.id = d.invoice
join quittance.work_set w on w.id = i.intake;
grant select on quittance.list_tax_dates to quittance_app;

-- Three days of a rate: those for which it holds, the one on which it was published, the one on which we got it. A daily rate is dated
-- by its publication; of rates of a period no file says it.
alter table quittance.rate add column published_on date, add column retrieved_on date;
update quittance.rate set published_on = valid_from where valid_from = valid_to;
update quittance.rate r set retrieved_on = d.business_date
from (select d.sha256, min(w.business_date) as business_date
      from quittance.intake_delivery d join quittance.work_set w on w.id = d.work_set where d.kind = 'RATES' group by 1) d
where d.sha256 = r.file;
