-- V2, V5: what a journal posts on a VAT account is what the VAT entries that name it say, whoever wrote the journal
select 'journal ' || coalesce(b.journal, e.journal) || ': ledger ' || coalesce(b.input, 0) || ' / ' || coalesce(b.output, 0) || ', entries '
       || coalesce(e.input, 0) || ' / ' || coalesce(e.output, 0)
from (select journal, coalesce(sum(minor) filter (where account = '1510'), 0) as input,
             coalesce(-sum(minor) filter (where account = '2510'), 0) as output
      from ledger.posting where account in ('1510', '2510') group by 1) b
full join (select journal, sum(input_minor) as input, sum(output_minor) as output from quittance.vat_entry group by 1) e using (journal)
where coalesce(b.input, 0) <> coalesce(e.input, 0) or coalesce(b.output, 0) <> coalesce(e.output, 0)
