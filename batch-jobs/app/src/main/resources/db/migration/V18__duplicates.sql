-- Duplicates across syntaxes and identities (einvoice.md 4).
alter table quittance.invoice add column syntax text collate "C";  -- as invoice read says it; null in rows of before

-- A document of a contractor that was merged into another holds its key under both ids.
alter table quittance.document_key drop constraint document_key_invoice_key;
create unique index document_key_invoice on quittance.document_key (invoice, contractor);

-- What of every accepted or held document later ones are compared with: written anew by each attempt, gone when one rejects it.
create sequence quittance.likeness_since;
create table quittance.document_likeness (
    invoice         uuid primary key references quittance.invoice,
    since           bigint not null,                -- which of two came first; kept from attempt to attempt
    entity          text collate "C" not null,
    contractor      text collate "C" not null,      -- the id at that time
    supplier        text collate "C" not null,      -- the VAT id of an accepted one's contractor, else the contractor's id
    kind            text not null,
    number          text collate "C" not null,      -- in normal form
    issue_date      date not null,
    currency        char(3) not null,
    gross_minor     bigint not null,
    fingerprint     char(64) collate "C" not null,
    verdict         text not null check (verdict in ('ACCEPTED', 'HELD')),
    credited_number text collate "C",               -- of a credit note: number and year of the invoice that it takes back
    credited_year   smallint
);
create unique index document_likeness_same on quittance.document_likeness (entity, contractor, fingerprint);
create index document_likeness_number on quittance.document_likeness (entity, contractor, kind, number);
create index document_likeness_amount on quittance.document_likeness (entity, contractor, kind, currency, gross_minor, issue_date);
create index document_likeness_credited on quittance.document_likeness (entity, contractor, credited_number, credited_year)
    where credited_number is not null;

grant select, insert, delete on quittance.document_likeness to quittance_app;
grant usage on sequence quittance.likeness_since to quittance_app;
