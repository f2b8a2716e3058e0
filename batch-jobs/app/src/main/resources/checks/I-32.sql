-- Every document that was read stands in one place, file by file and currency by currency
select 'file ' || file || ' of ' || work_set || ', documents ' || case currency when '' then 'without a currency' else 'in ' || currency end
       || ': ' || documents || ' read, ' || accepted + held + rejected + duplicates + waiting + refused || ' stored, gross '
       || read_gross_minor || ' read, ' || gross_minor || ' stored'
from quittance.file_standing
where documents <> accepted + held + rejected + duplicates + waiting + refused or read_gross_minor <> gross_minor
