-- The payer owes output tax only where the treatment says so; another country's VAT and what is out of scope are never deducted
select 'VAT entry ' || v.id || ' of document ' || v.invoice || ' is ' || v.treatment || ', but owes output tax of ' || v.output_minor
from quittance.vat_entry v
where v.output_minor <> 0
  and v.treatment not in ('DOMESTIC_RC', 'EU_SERVICE_RC', 'NON_EU_SERVICE_RC', 'IMPORT_SERVICE_RC', 'IMPORT_SERVICE_RC_PARTIAL',
                          'IMPORT_SERVICE_RC_NON_DEDUCTIBLE')
union all
select 'VAT entry ' || v.id || ' of document ' || v.invoice || ' is ' || v.treatment || ', but deducts ' || v.input_minor
from quittance.vat_entry v
where v.input_minor <> 0 and v.included_minor = 0
  and v.treatment in ('DOMESTIC_ZERO', 'DOMESTIC_EXEMPT', 'FRANCHISE', 'IMPORT_SERVICE_RC_NON_DEDUCTIBLE', 'FOREIGN_VAT_CHARGED', 'OUT_OF_SCOPE')
