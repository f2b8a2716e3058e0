-- Every converted amount is amount x rate, rounded half up to the minor unit
select 'document ' || invoice || ', ' || purpose || ': ' || from_minor || ' ' || from_currency || ' x ' || rate || ' is not ' || to_minor || ' ' || to_currency
from (select c.*, f.decimals as from_decimals, t.decimals as to_decimals
      from quittance.conversion c
      join quittance.currency_decimals f on f.currency = c.from_currency
      join quittance.currency_decimals t on t.currency = c.to_currency) x
where round(from_minor * rate * power(10::numeric, to_decimals - from_decimals)) <> to_minor
