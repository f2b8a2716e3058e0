-- What a document says itself that the payer keeps back of it for a tax office: it is due, and no longer stands as prepaid.
alter table quittance.invoice add column levy_minor bigint not null default 0;
-- Of documents read before, what stands as prepaid is that levy: told, so that no run pays them.
update quittance.invoice i set levy_minor = i.prepaid_minor
where i.prepaid_minor <> 0
  and exists (select 1 from quittance.finding f
              where f.subject = i.id and f.code = 'Q707' and f.message like 'the payer keeps back % of withholding tax%');
create index invoice_levy on quittance.invoice (id) where levy_minor <> 0;
