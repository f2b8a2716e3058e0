-- A VAT return that rests on VAT ids no register had confirmed names each, and who closed it gave a reason where one was asked for
select 'return ' || u.return_id || ' rests on the VAT id of the ' || lower(u.role) || ' of document ' || u.invoice || ' (' || u.standing
       || '), and nobody accepted that'
from quittance.vat_return_unproven u
where u.asked_for and not exists (select 1 from quittance.vat_return_acceptance a where a.return_id = u.return_id)
union all
select 'return ' || a.return_id || ': accepted by ' || a.accepted_by || ', but nothing of it was unproven'
from quittance.vat_return_acceptance a
where not exists (select 1 from quittance.vat_return_unproven u where u.return_id = a.return_id and u.asked_for)
union all
select 'return ' || u.return_id || ' names document ' || u.invoice || ' as unproven, which has no entry in it'
from quittance.vat_return_unproven u
where not exists (select 1 from quittance.vat_return_entry e join quittance.vat_entry v on v.id = e.entry
                  where e.return_id = u.return_id and v.invoice = u.invoice)
union all
select 'return ' || r.id || ' was closed without naming the VAT id of the ' || lower(e.role) || ' of document ' || e.invoice
       || ', which no register ever confirmed'
from quittance.vat_return r
join quittance.vat_return_entry x on x.return_id = r.id
join quittance.vat_entry v on v.id = x.entry
join quittance.registry_evidence e on e.invoice = v.invoice and e.standing = 'NO_ANSWER'
join quittance.assessment s on s.invoice = e.invoice and s.attempt = e.attempt and s.latest
where r.proof_asked
  and not exists (select 1 from quittance.registry_answer a where a.number = e.number and a.valid)
  and not exists (select 1 from quittance.vat_return_unproven u where u.return_id = r.id and u.invoice = e.invoice and u.role = e.role)
group by r.id, e.role, e.invoice
