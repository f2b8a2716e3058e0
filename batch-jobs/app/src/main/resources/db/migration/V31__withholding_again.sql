-- Why a rule with a limit kept nothing back from a document, in the words that people read everywhere.
alter table quittance.withholding add column below text;
comment on column quittance.withholding.below is
    'what the period comes to and which limit it does not pass; null where something is kept back or no limit decided';

-- What registers said of an id after the document that hangs on it was assessed: of several the answer of the latest moment.
create view quittance.registry_afterwards as
select e.invoice, e.attempt, e.role, l.register, l.day, l.valid
from quittance.registry_evidence e
join quittance.assessment s on s.invoice = e.invoice and s.attempt = e.attempt
join quittance.work_set w on w.id = s.work_set
cross join lateral (select a.register, a.day, a.valid from quittance.registry_answer a
                    where a.number = e.number and a.mark > coalesce(w.registry_mark, 0)
                    order by a.asked_at desc, a.mark desc limit 1) l;

-- One cell of the workbook for each party.
create view quittance.registry_told as
select e.invoice, e.attempt, e.role,
       lower(e.role) || coalesce(' ' || a.register || ' ' || a.day, '') || ' ' || lower(replace(e.standing, '_', ' '))
       || coalesce(', later ' || l.register || ' ' || l.day || case when l.valid then ' valid' else ' invalid' end, '') as told
from quittance.registry_evidence e
left join quittance.registry_answer a on a.id = e.answer
left join quittance.registry_afterwards l on l.invoice = e.invoice and l.attempt = e.attempt and l.role = e.role;

create or replace view quittance.list_registry_evidence as
select s.entity, s.contractor, i.kind, i.number, s.verdict, s.treatment, e.tax_point, lower(e.role) as party, e.number as vat_id,
       e.standing, a.register, a.day, case when a.id is not null then e.age_days end as days_away, a.consultation, e.invoice, e.attempt,
       l.day as later_day, case when l.valid then 'VALID' when not l.valid then 'INVALID' end as later
from quittance.registry_evidence e
join quittance.assessment s on s.invoice = e.invoice and s.attempt = e.attempt and s.latest
join quittance.invoice i on i.id = e.invoice
left join quittance.registry_answer a on a.id = e.answer
left join quittance.registry_afterwards l on l.invoice = e.invoice and l.attempt = e.attempt and l.role = e.role;

-- Accepted documents whose tax rests on an id that a register calls invalid since: what was deducted or not charged may have to be
-- looked at again. Nothing changes by itself, since the register speaks of the day it is asked.
create view quittance.list_registry_later as
select entity, contractor, kind, number, treatment, tax_point, party, vat_id, standing, day, later_day, later, invoice
from quittance.list_registry_evidence
where verdict = 'ACCEPTED' and later = 'INVALID';

-- DAC7 again: fees are what nobody told us, not nothing. Documents that were set off to zero without a transfer are activities, and
-- their compensation is what they come to (Directive 2011/16/EU annex V section I A.10: compensation in any form, paid or credited).
create or replace view quittance.dac7_seller as
with billed as (
    select s.payment, count(*) filter (where i.kind = 'INVOICE') as activities, max(t.supplier_vat_id) as vat_id,
           max(t.supplier_kind) as kind
    from quittance.settlement s join quittance.invoice i on i.id = s.invoice
    left join quittance.tax_party t on t.invoice = s.invoice
    where s.payment is not null group by s.payment),
withheld as (
    select payment, sum(kept_minor) as minor from quittance.withholding group by payment),
paid as (
    select p.entity, p.contractor, p.payee_country, p.currency, p.minor, e.on_date, coalesce(w.minor, 0) as taxes, b.activities,
           b.vat_id, b.kind
    from quittance.payment p join quittance.payment_event e on e.payment = p.id and e.state = 'SETTLED'
    join billed b on b.payment = p.id left join withheld w on w.payment = p.id
    where not exists (select 1 from quittance.payment_event r where r.payment = p.id and r.state = 'RETURNED')),
netted as (
    select r.entity, a.contractor, a.payee_country, s.currency, sum(s.minor) as minor, r.released_on as on_date, 0::bigint as taxes,
           count(*) filter (where i.kind = 'INVOICE') as activities, max(t.supplier_vat_id) as vat_id, max(t.supplier_kind) as kind
    from quittance.settlement s join quittance.payment_run r on r.id = s.run and r.state in ('RELEASED', 'SETTLED')
    join quittance.invoice i on i.id = s.invoice
    join quittance.assessment a on a.invoice = s.invoice and a.latest
    left join quittance.tax_party t on t.invoice = s.invoice
    where s.payment is null and s.live group by r.entity, a.contractor, a.payee_country, s.currency, r.released_on)
select entity, extract(year from on_date)::integer as year, extract(quarter from on_date)::integer as quarter, contractor,
       max(kind) as kind, payee_country as country, max(vat_id) as vat_id, currency, sum(minor)::bigint as consideration_minor,
       null::bigint as fees_minor, coalesce(sum(taxes), 0)::bigint as taxes_minor, sum(activities)::bigint as activities
from (select * from paid union all select * from netted) p
group by entity, 2, 3, contractor, payee_country, currency;

grant select on quittance.registry_afterwards, quittance.registry_told, quittance.list_registry_later to quittance_app;
