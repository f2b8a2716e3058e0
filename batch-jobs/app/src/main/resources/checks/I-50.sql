-- An entry of the VAT ledger goes into one box of output tax and one of input tax at most, or each of its taxes does, and its row names them
select 'VAT entry ' || v.id || ' has the boxes [' || v.base_boxes || '] [' || v.output_boxes || '] [' || v.input_boxes || '] by row '
       || coalesce(v.box_row, 'none')
from quittance.vat_entry v
where exists (select 1 from unnest(string_to_array(v.output_boxes, ' ')) b group by split_part(b, '@', 2) having count(*) > 1)
   or exists (select 1 from unnest(string_to_array(v.input_boxes, ' ')) b group by split_part(b, '@', 2) having count(*) > 1)
   or (select count(*) <> count(distinct b) from unnest(string_to_array(v.base_boxes, ' ')) b)
   or v.box_row is null and v.base_boxes || v.output_boxes || v.input_boxes <> ''
   or v.box_row is not null and (v.output_minor <> 0 and v.output_boxes = '' or v.input_minor <> 0 and v.input_boxes = '')
