-- V4: every expense for a service has a tax decision, and a decision says of which jurisdiction it is
select 'journal ' || j.event_key || ' of ' || j.entity || ' expenses a service without a VAT entry'
from ledger.journal j
where exists (select 1 from ledger.posting p where p.journal = j.id and p.account = '6100')
  and not exists (select 1 from quittance.vat_entry v where v.journal = j.id)
  and not exists (select 1 from quittance.vat_entry v where v.journal = j.reverses)
union all
select 'document ' || v.invoice || ', entry ' || v.position || ': ' || v.treatment || ' in "' || v.jurisdiction || '"'
from quittance.vat_entry v
where v.treatment = '' or v.jurisdiction = ''
union all
select 'document ' || b.invoice || ', breakdown ' || b.position || ' has no VAT entry'
from quittance.assessment a
join quittance.invoice_vat b on b.invoice = a.invoice
left join quittance.vat_entry v on v.invoice = b.invoice and v.position = b.position
where a.latest and a.verdict = 'ACCEPTED' and v.id is null
