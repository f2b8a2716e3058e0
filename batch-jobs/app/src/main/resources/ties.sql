-- Two figures each, found by independent paths: documents and payments on one side, ledger and bank on the other.
-- Columns: id, scope, title, currency (null for counts), expected, actual.
with accepted as (
    select a.entity, a.currency, sum(case i.kind when 'INVOICE' then a.payable_minor else -a.payable_minor end) as minor
    from quittance.assessment a join quittance.invoice i on i.id = a.invoice
    where a.latest and a.verdict = 'ACCEPTED' group by 1, 2),
posted as (
    select p.entity, p.currency, -sum(p.minor) as minor
    from ledger.posting p join ledger.journal j on j.id = p.journal
    where p.account = '2100' and j.kind = 'ACCEPTED' group by 1, 2),
released as (
    select p.run, p.currency, sum(p.minor) as minor
    from quittance.payment p join quittance.payment_run r on r.id = p.run
    where r.state in ('RELEASED', 'SETTLED') group by 1, 2),
ordered as (
    select y.run, p.currency, -sum(p.minor) as minor
    from ledger.journal j join ledger.posting p on p.journal = j.id and p.account = '2190'
    join quittance.payment y on j.event_key = 'payment:' || y.id || ':released'
    group by 1, 2),
filed as (
    select f.run, b.currency, sum(b.sum_minor) as minor
    from quittance.payment_file f join quittance.payment_batch b on b.file = f.message_id
    join quittance.payment_run r on r.id = f.run
    where r.state in ('RELEASED', 'SETTLED') group by 1, 2),
tax as (
    select entity, currency, sum(input_minor) as input, sum(output_minor) as output from quittance.vat_entry group by 1, 2),
tax_books as (
    select entity, currency, coalesce(sum(minor) filter (where account = '1510'), 0) as input,
           coalesce(-sum(minor) filter (where account = '2510'), 0) as output
    from ledger.posting where account in ('1510', '2510') group by 1, 2),
bank as (
    select account, entity, currency, sum(closing_minor - opening_minor) as minor from quittance.statement group by 1, 2, 3),
entries as (
    select s.account, sum(e.minor) as minor
    from quittance.statement_entry e join quittance.statement s on s.id = e.statement group by 1),
bank_books as (
    select entity, currency, sum(minor) as minor from ledger.posting where account = '1100' group by 1, 2),
ended as (
    select p.entity, p.currency, count(*) as payments
    from quittance.payment p join quittance.payment_event e on e.payment = p.id and e.state = 'SETTLED' group by 1, 2),
booked as (
    select j.entity, p.currency, count(*) as payments
    from ledger.journal j join ledger.posting p on p.journal = j.id and p.account = '2190'
    where j.kind = 'SETTLED' group by 1, 2),
standing as (select * from quittance.file_standing),
again as materialized (select * from quittance.tax_again),
tax_again as (
    select entity, currency, sum(base_minor) as base, sum(output_minor) as output, sum(input_minor + waiting_minor) as input,
           sum(non_recoverable_minor) as lost
    from again group by 1, 2),
placed_again as materialized (
    select a.entity, a.jurisdiction, a.currency, v.box_row, a.base_minor, a.output_minor, a.input_minor, a.waiting_minor,
           a.non_recoverable_minor, q.components
    from again a
    join quittance.vat_entry v on v.invoice = a.invoice and v.position = a.position
    left join quittance.rate_rule q on q.id = v.rate_row),
parts_again as (
    select entity, jurisdiction, currency, box_row, jsonb_object_agg(tax, output) as outputs, jsonb_object_agg(tax, input) as inputs
    from (select g.entity, g.jurisdiction, g.currency, g.box_row, p.tax, sum(p.output_minor) as output, sum(p.input_minor) as input
          from placed_again g
          cross join lateral quittance.parts_of(g.components, g.output_minor, g.input_minor, g.waiting_minor, g.non_recoverable_minor) p
          where g.components is not null group by 1, 2, 3, 4, 5) t
    group by 1, 2, 3, 4),
box_again as (
    select a.entity, a.jurisdiction, a.currency, x.kind, x.box, sum(x.minor) as minor
    from (select entity, jurisdiction, currency, box_row, sum(base_minor)::bigint as base, sum(output_minor)::bigint as output,
                 sum(input_minor)::bigint as input
          from placed_again group by 1, 2, 3, 4) a
    join quittance.box_rule r on r.id = a.box_row
    left join parts_again p on (p.entity, p.jurisdiction, p.currency, p.box_row) = (a.entity, a.jurisdiction, a.currency, a.box_row)
    cross join lateral (
        select 'BASE' as kind, b as box, a.base as minor from unnest(r.base_boxes) b
        union all select 'OUTPUT', split_part(b, '@', 1), quittance.placed(r.output_boxes, b, a.output, p.outputs) from unnest(r.output_boxes) b
        union all select 'INPUT', split_part(b, '@', 1), quittance.placed(r.input_boxes, b, a.input, p.inputs) from unnest(r.input_boxes) b) x
    group by 1, 2, 3, 4, 5),
tax_stored as (
    select entity, currency, sum(base_minor) as base, sum(output_minor) as output, sum(input_minor + waiting_minor) as input,
           sum(non_recoverable_minor) as lost
    from quittance.vat_entry v where v.tax_point_row <> 'paid' and not exists (select 1 from quittance.vat_entry_unrepeatable o where o.invoice = v.invoice) group by 1, 2),
settled as (
    select s.run, s.currency, sum(s.minor) as minor
    from quittance.settlement s join quittance.payment_run r on r.id = s.run
    where s.payment is not null and r.state in ('RELEASED', 'SETTLED') group by 1, 2),
kept as (select run, currency, sum(kept_minor) as minor from quittance.withholding group by 1, 2),
withheld as (
    select entity, tax_currency as currency, sum(tax_minor) filter (where family = 'INCOME_TAX') as income,
           sum(tax_minor) filter (where family = 'RETAINED_VAT') as vat
    from quittance.standing_withholding where run_state in ('RELEASED', 'SETTLED') group by 1, 2),
withheld_books as (
    select entity, currency, -sum(minor) filter (where account = '2610') as income, -sum(minor) filter (where account = '2620') as vat
    from ledger.posting where account in ('2610', '2620') group by 1, 2),
certified as (select entity, count(*) as payments from quittance.withholding_certificate group by 1),
withholding as (
    select w.entity, count(distinct (w.payment, w.family)) as payments
    from quittance.withholding w join quittance.payment_run r on r.id = w.run
    where w.tax_minor <> 0 and r.state in ('RELEASED', 'SETTLED') group by 1),
registered as (
    select a.entity, a.currency, sum(case i.kind when 'INVOICE' then i.vat_minor else -i.vat_minor end) as minor
    from quittance.assessment a join quittance.invoice i on i.id = a.invoice
    where a.latest and a.verdict = 'ACCEPTED' and a.currency = a.functional group by 1, 2),
charged as (
    select v.entity, v.currency, sum(v.charged_minor) as minor
    from quittance.vat_entry v join quittance.invoice i on i.id = v.invoice
    where i.currency = v.currency group by 1, 2),
closed as (
    select r.entity, v.currency, sum(v.output_minor) as output, sum(v.input_minor) as input
    from quittance.vat_return r
    join quittance.vat_entry v on v.entity = r.entity and v.jurisdiction = r.jurisdiction and v.period between r.first_day and r.last_day
    group by 1, 2),
declared as (
    select r.entity, r.currency,
           sum(l.ledger * power(10::numeric, d.decimals)) filter (where l.kind = 'OUTPUT') as output,
           sum(l.ledger * power(10::numeric, d.decimals)) filter (where l.kind = 'INPUT') as input,
           sum((l.declared - l.ledger) * power(10::numeric, d.decimals) * case l.kind when 'INPUT' then -1 else 1 end)
               filter (where case when exists (select 1 from quittance.vat_return_line n
                                               where n.return_id = r.id and n.box = 'net' and n.form_row is not null)
                                  then l.box = 'net' else l.kind in ('OUTPUT', 'INPUT') end) as rounding
    from quittance.vat_return r join quittance.vat_return_line l on l.return_id = r.id
    join quittance.currency_decimals d on d.currency = r.currency group by 1, 2),
rounded as (select entity, currency, -sum(minor) as minor from ledger.posting where account = '2520' group by 1, 2)
select 'T-01' as id, entity as scope, 'Payable of accepted documents = payables posted' as title, currency,
       coalesce(a.minor, 0)::bigint as expected, coalesce(p.minor, 0)::bigint as actual
from accepted a full join posted p using (entity, currency)
union all
select 'T-02', run, 'Payments of the run = payments in transit posted', currency, coalesce(r.minor, 0)::bigint, coalesce(o.minor, 0)::bigint
from released r full join ordered o using (run, currency)
union all
select 'T-03', run, 'Payments of the run = control sums of its files', currency, coalesce(r.minor, 0)::bigint, coalesce(f.minor, 0)::bigint
from released r full join filed f using (run, currency)
union all
select 'T-04', entity, 'Input VAT of the VAT ledger = input VAT posted', currency, coalesce(t.input, 0)::bigint, coalesce(b.input, 0)::bigint
from tax t full join tax_books b using (entity, currency)
union all
select 'T-05', entity, 'Output VAT of the VAT ledger = output VAT posted', currency, coalesce(t.output, 0)::bigint, coalesce(b.output, 0)::bigint
from tax t full join tax_books b using (entity, currency)
union all
select 'T-06', account, 'Statement: closing - opening = entries', currency, b.minor::bigint, coalesce(e.minor, 0)::bigint
from bank b left join entries e using (account)
union all
select 'T-07', entity, 'Bank movements on statements = bank posted', currency, coalesce(s.minor, 0)::bigint, coalesce(b.minor, 0)::bigint
from (select entity, currency, sum(minor) as minor from bank group by 1, 2) s full join bank_books b using (entity, currency)
union all
select 'T-08', entity, 'Payments settled at the bank = settlements posted (payments in ' || currency || ')', null,
       coalesce(e.payments, 0), coalesce(b.payments, 0)
from ended e full join booked b using (entity, currency)
union all
select 'T-09', '', 'Files delivered = files taken in + duplicates', null,
       (select count(*) from quittance.intake_delivery where outcome <> 'AGAIN'),
       (select count(*) from quittance.intake_file) + (select count(*) from quittance.intake_delivery where outcome = 'DUPLICATE')
union all
select 'T-10', '', 'Documents read = accepted + held + rejected + waiting for assess + refused', null,
       (select coalesce(sum(documents), 0) from quittance.intake_result)::bigint,
       (select count(*) from quittance.assessment where latest)
       + (select count(*) from quittance.invoice i where not exists (select 1 from quittance.assessment a where a.invoice = i.id))
       + (select count(*) from quittance.refusal)
union all
select 'T-11', r.id, 'Candidates frozen when the run was begun = documents with an outcome', null,
       (select count(*) from quittance.run_candidate c where c.run = r.id),
       (select count(*) from quittance.run_decision d join quittance.run_candidate c using (run, invoice) where d.run = r.id)
from quittance.payment_run r where r.state <> 'PROPOSING' and not (r.state = 'CANCELLED' and r.digest is null)
union all
select 'T-12', entity, 'Base of the documents, calculated again = base of the VAT ledger', currency, coalesce(a.base, 0)::bigint, coalesce(s.base, 0)::bigint
from tax_again a full join tax_stored s using (entity, currency)
union all
select 'T-13', entity, 'Self-assessed tax, calculated again = output VAT of the VAT ledger', currency, coalesce(a.output, 0)::bigint, coalesce(s.output, 0)::bigint
from tax_again a full join tax_stored s using (entity, currency)
union all
select 'T-14', entity, 'Deductible tax, calculated again = that of the VAT ledger, now or once paid', currency, coalesce(a.input, 0)::bigint, coalesce(s.input, 0)::bigint
from tax_again a full join tax_stored s using (entity, currency)
union all
select 'T-15', entity, 'Tax that is not deductible, calculated again = that of the VAT ledger', currency, coalesce(a.lost, 0)::bigint, coalesce(s.lost, 0)::bigint
from tax_again a full join tax_stored s using (entity, currency)
union all
select 'T-16', entity || ' ' || jurisdiction || ' ' || replace(box, '~', ' ') || ' ' || kind, 'Box of the returns, calculated again = entries of the box',
       currency, coalesce(a.minor, 0)::bigint, coalesce(s.minor, 0)::bigint
from box_again a
full join (select entity, jurisdiction, currency, kind, box, sum(minor) as minor from quittance.box_stored group by 1, 2, 3, 4, 5) s
  using (entity, jurisdiction, currency, kind, box)
union all
select 'T-21', '', 'Invoice files claimed = taken in + refused as a whole + read again + duplicates', null,
       (select count(*) from quittance.claim c join quittance.work_set w on w.id = c.work_set and w.state = 'DONE'),
       (select count(*) filter (where whole) + count(*) filter (where not whole and understood) + count(*) filter (where outcome in ('AGAIN', 'DUPLICATE'))
        from (select d.outcome,
                     d.outcome = 'NEW' and exists (select 1 from quittance.refusal r where r.file = d.sha256 and r.position = 0) as whole,
                     d.outcome = 'NEW' and exists (select 1 from quittance.intake_result r where r.sha256 = d.sha256) as understood
              from quittance.intake_delivery d join quittance.work_set w on w.id = d.work_set and w.state = 'DONE'
              where d.kind = 'INVOICES' and exists (select 1 from quittance.claim k where k.work_set = d.work_set)) f)
union all
select 'T-22', '', 'Files whose documents were counted = files whose documents all stand somewhere', null,
       (select count(distinct c.file) from quittance.intake_count c join quittance.work_set w on w.id = c.work_set and w.state = 'DONE'),
       (select count(*) from (select file from standing group by file
                              having bool_and(documents = accepted + held + rejected + duplicates + waiting + refused)) f)
union all
select 'T-23', currency, 'Documents read = accepted + held + rejected + duplicates + waiting + refused ('
       || case currency when '' then 'without a currency' else 'in ' || currency end || ')', null,
       sum(documents)::bigint, sum(accepted + held + rejected + duplicates + waiting + refused)::bigint
from standing group by currency
union all
select 'T-24', '', 'Gross of documents as read = gross of documents where they stand', currency, sum(read_gross_minor)::bigint, sum(gross_minor)::bigint
from standing where currency <> '' group by currency
union all
select 'T-31', run, 'Documents settled by payments = payments + tax kept back', currency, coalesce(s.minor, 0)::bigint,
       (coalesce(r.minor, 0) + coalesce(k.minor, 0))::bigint
from settled s full join released r using (run, currency) left join kept k using (run, currency)
union all
select 'T-32', entity, 'Income tax withheld of standing payments = withholding tax payable', currency, coalesce(t.income, 0)::bigint, coalesce(b.income, 0)::bigint
from withheld t full join withheld_books b using (entity, currency)
union all
select 'T-33', entity, 'VAT withheld of standing payments = withheld VAT payable', currency, coalesce(t.vat, 0)::bigint, coalesce(b.vat, 0)::bigint
from withheld t full join withheld_books b using (entity, currency)
union all
select 'T-34', entity, 'Payments that withheld tax, by family = certificates of withholding', null, coalesce(w.payments, 0), coalesce(c.payments, 0)
from withholding w full join certified c using (entity)
union all
select 'T-41', entity, 'VAT charged on accepted documents = VAT charged of the VAT ledger', currency,
       coalesce(r.minor, 0)::bigint, coalesce(c.minor, 0)::bigint
from registered r full join charged c using (entity, currency)
union all
select 'T-42', entity, 'Output VAT of closed periods = output VAT of their returns', currency,
       coalesce(c.output, 0)::bigint, coalesce(d.output, 0)::bigint
from closed c full join declared d using (entity, currency)
union all
select 'T-43', entity, 'Input VAT of closed periods = input VAT of their returns', currency,
       coalesce(c.input, 0)::bigint, coalesce(d.input, 0)::bigint
from closed c full join declared d using (entity, currency)
union all
select 'T-44', entity, 'Rounding of closed returns = rounding of VAT returns posted', currency,
       coalesce(d.rounding, 0)::bigint, coalesce(r.minor, 0)::bigint
from declared d full join rounded r using (entity, currency)
order by 1, 2, 4
