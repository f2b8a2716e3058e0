-- No more of what a payee was paid is taxed than was paid: what stands is taxed once
select 'payee ' || contractor || ' of ' || entity || ', ' || head || ': ' || sum(taxed_minor) || ' ' || tax_currency || ' taxed of ' || sum(base_minor) || ' paid'
from quittance.standing_withholding
group by entity, contractor, head, tax_currency
having bool_and(base_minor >= 0) and sum(taxed_minor) > sum(base_minor)
