-- No day of a contract is approved twice in one unit
select 'contract ' || a.contract || ': ' || a.name || ' and ' || b.name || ' share days'
from quittance.time_sheet_standing a
join quittance.time_sheet_standing b on b.contract = a.contract and b.unit = a.unit and b.name > a.name
                                    and b.period_from <= a.period_to and b.period_to >= a.period_from
where a.status = 'APPROVED' and b.status = 'APPROVED'
