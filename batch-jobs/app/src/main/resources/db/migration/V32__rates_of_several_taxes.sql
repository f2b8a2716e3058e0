-- A rate may be the sum of several taxes, some of which are reckoned on a sum that holds the others: Brazil's 25.702479338843 %. Four
-- decimals would be another rate than that of its row (check I-64).
drop view quittance.list_vat;
alter table quittance.vat_entry alter column rate type numeric;
create view quittance.list_vat as
select v.entity, v.jurisdiction, v.period, v.treatment, trim_scale(v.rate) as rate, v.currency,
       quittance.amount(v.base_minor, v.currency) as base, quittance.amount(v.output_minor, v.currency) as output,
       quittance.amount(v.input_minor, v.currency) as input, quittance.amount(v.non_recoverable_minor, v.currency) as non_recoverable,
       i.contractor, i.number, v.journal
from quittance.vat_entry v join quittance.invoice i on i.id = v.invoice;
grant select on quittance.list_vat to quittance_app;
