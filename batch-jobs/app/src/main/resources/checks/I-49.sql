-- No more of what a payee is owed is taxed than is owed: a document that came back and is paid again is taxed once
with owed as (
    select entity, contractor, head, tax_currency, sum(base_minor) as minor, bool_and(base_minor >= 0) as invoices
    from (select distinct on (invoice, head) entity, contractor, head, tax_currency, base_minor
          from quittance.withholding order by invoice, head, pay_date desc, run desc) d
    group by 1, 2, 3, 4),
taxed as (
    select entity, contractor, head, tax_currency, sum(taxed_minor) as minor from quittance.standing_withholding group by 1, 2, 3, 4)
select 'payee ' || contractor || ' of ' || entity || ', ' || head || ': ' || t.minor || ' ' || tax_currency || ' taxed of ' || o.minor
from taxed t join owed o using (entity, contractor, head, tax_currency)
where o.invoices and t.minor > o.minor
