-- What the forms of closed VAT returns round is posted once, bounded, and nothing else stands on its account
with rounded as (select entity, currency, -sum(rounding_minor) as minor from quittance.vat_return group by 1, 2),
booked as (select entity, currency, sum(minor) as minor from ledger.posting where account = '2520' group by 1, 2)
select 'rounding of VAT returns of ' || entity || ' in ' || currency || ': ledger ' || coalesce(b.minor, 0) || ', returns ' || coalesce(r.minor, 0)
from rounded r full join booked b using (entity, currency)
where coalesce(r.minor, 0) <> coalesce(b.minor, 0)
union all
select 'return ' || r.id || ': rounding ' || quittance.amount(r.rounding_minor, r.currency) || ', its lines ' || coalesce(l.difference, 0)
from quittance.vat_return r
left join (select return_id, sum(declared - ledger) as difference from quittance.vat_return_line where box = 'net' group by 1) l
       on l.return_id = r.id
where quittance.amount(r.rounding_minor, r.currency) <> coalesce(l.difference, 0)
union all
select 'return ' || r.id || ' has the journal ' || r.journal || ', which does not post its rounding'
from quittance.vat_return r
where r.journal is not null
  and not exists (select 1 from ledger.posting p join ledger.journal j on j.id = p.journal
                  where p.journal = r.journal and p.account = '2520' and p.minor = -r.rounding_minor and p.currency = r.currency
                    and j.kind = 'VAT_CLOSED' and j.entity = r.entity and j.reference = r.id)
