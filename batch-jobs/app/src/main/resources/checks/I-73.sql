-- Where a limit is said to keep nothing back, nothing is kept back, and a rule above nothing spoke
select 'document ' || invoice || ', ' || rule || ': ' || tax_minor || ' ' || tax_currency || ' of ' || taxed_minor || ', but ' || below
from quittance.withholding where below is not null and (tax_minor <> 0 or taxed_minor <> 0 or kept_minor <> 0 or rate = 0)
