-- What was withheld is the rate of what was taxed, to the minor unit; what the payer bears is gross less net
select 'document ' || invoice || ', ' || rule || ': ' || taxed_minor || ' ' || tax_currency || ' x ' || trim_scale(rate) || ' % is not ' || tax_minor
from quittance.withholding
where case borne_by
      when 'PAYEE' then tax_minor not in (round(taxed_minor * rate / 100), trunc(taxed_minor * rate / 100))
      else abs(tax_minor - taxed_minor * rate / 100) > 1 or rate > 0 and base_minor <> taxed_minor end
union all
select 'document ' || w.invoice || ', ' || w.rule || ': tax ' || w.tax_minor || ' ' || w.tax_currency || ' is not ' || w.minor || ' ' || w.currency
from quittance.withholding w
join quittance.currency_decimals f on f.currency = w.currency
join quittance.currency_decimals t on t.currency = w.tax_currency
cross join lateral (select w.fx_rate * power(10::numeric, t.decimals - f.decimals) as worth) u
where abs(w.minor * u.worth - w.tax_minor) * 2 > u.worth
