-- Each line of the VAT ledger keeps the row of config/tax/treatment-rules.csv that decided it, beside that of its rate. Which row
-- decided the lines that are there already was not kept.
alter table quittance.vat_entry add column treatment_rule text collate "C" not null default 'before V22';
alter table quittance.vat_entry alter column treatment_rule drop default;

-- The codes of treatments became those of the returns: a service from outside the Union to a payer in it is NON_EU_SERVICE_RC,
-- and Singapore's self-assessment, which falls only on who cannot recover in full, is IMPORT_SERVICE_RC_PARTIAL. A name changed,
-- no fact.
update quittance.vat_entry
set treatment = case jurisdiction when 'SG' then 'IMPORT_SERVICE_RC_PARTIAL' else 'NON_EU_SERVICE_RC' end
where treatment = 'IMPORT_SERVICE_RC' and jurisdiction <> 'GB';
update quittance.assessment
set treatment = case jurisdiction when 'SG' then 'IMPORT_SERVICE_RC_PARTIAL' else 'NON_EU_SERVICE_RC' end
where treatment = 'IMPORT_SERVICE_RC' and jurisdiction <> 'GB';

alter table quittance.vat_entry add constraint vat_entry_treatment check (treatment in (
    'DOMESTIC_TAXABLE', 'DOMESTIC_ZERO', 'DOMESTIC_EXEMPT', 'DOMESTIC_RC', 'FRANCHISE', 'EU_SERVICE_RC', 'NON_EU_SERVICE_RC',
    'IMPORT_SERVICE_RC', 'IMPORT_SERVICE_RC_PARTIAL', 'IMPORT_SERVICE_RC_NON_DEDUCTIBLE', 'FOREIGN_VAT_CHARGED', 'OUT_OF_SCOPE'));
