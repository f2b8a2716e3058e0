-- No more is billed of a piece of work than was approved of it when it was billed
select 'work ' || u.contract || ' ' || u.name || ': ' || trim_scale(u.billed) || ' billed, ' || trim_scale(most.quantity) || ' approved'
from quittance.work_use u,
     lateral (select coalesce(max(case b.revision when 0 then 1 else t.quantity end), 0) as quantity
              from quittance.work_billed b
              left join quittance.time_sheet t on t.contract = b.contract and t.name = b.name and t.revision = b.revision
                                              and t.status = 'APPROVED'
              where b.contract = u.contract and b.name = u.name and b.units > 0) most
where u.billed > most.quantity
