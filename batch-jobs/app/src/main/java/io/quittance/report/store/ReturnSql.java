package io.quittance.report.store;

/** What the workbook of a month reads of the VAT returns that were closed in it. */
final class ReturnSql {

    /** Each entry once per figure that it is in, as {@code checks/I-52.sql} adds them up; tax that no row places is told, too. */
    static final String PARTS = """
            select e.return_id, r.entity, replace(x.box, '~', ' ') as box, x.kind, i.contractor, i.number, v.currency, x.minor, v.id::text as entry
            from scope_return s
            join quittance.vat_return r on r.id = s.return_id
            join quittance.vat_return_entry e on e.return_id = r.id
            join quittance.vat_entry v on v.id = e.entry
            join quittance.invoice i on i.id = v.invoice
            cross join lateral (
                select b as box, k.kind, k.minor
                from unnest(string_to_array(v.base_boxes, ' ')) b
                cross join (values ('BASE', v.base_minor), ('GROSS', v.base_minor + v.charged_minor),
                                   ('DEDUCTED', quittance.deducted_gross(v.base_minor, v.charged_minor, v.input_minor))) as k (kind, minor)
                union all
                select split_part(b, '@', 1), 'BASE', v.base_minor from unnest(string_to_array(v.output_boxes, ' ')) b
                where not exists (select 1 from unnest(string_to_array(v.base_boxes, ' ')) c where c = b)
                union all
                select p.box, p.kind, p.minor from quittance.vat_placed p where p.entry = v.id and p.kind <> 'BASE'
                union all
                select 'not sourced', 'OUTPUT', v.output_minor where v.output_boxes = '' and v.output_minor <> 0
                union all
                select 'not sourced', 'INPUT', v.input_minor where v.input_boxes = '' and v.input_minor <> 0) x
            where x.kind in ('OUTPUT', 'INPUT')
               or exists (select 1 from quittance.vat_return_line l
                          where l.return_id = r.id and l.box = replace(x.box, '~', ' ') and l.kind = x.kind and l.form_row is not null)
            order by e.return_id, box, x.kind, i.contractor, i.number, v.id
            """;

    static final String FIGURES = """
            select l.*, r.entity, r.form, r.currency, r.rounding_minor
            from scope_return s
            join quittance.vat_return r on r.id = s.return_id
            join quittance.vat_return_line l on l.return_id = r.id
            order by l.return_id, l.position
            """;

    /** What the database says of the ties of returns. */
    static final String TIES = """
            select 'RETURN_ENTRIES' as rule, r.entity, r.currency, sum(v.output_minor - v.input_minor)::bigint as minor
            from scope_return s join quittance.vat_return r on r.id = s.return_id
            join quittance.vat_return_entry e on e.return_id = r.id join quittance.vat_entry v on v.id = e.entry group by 2, 3
            union all
            select 'RETURN_ROUNDING', r.entity, r.currency, sum(r.rounding_minor)::bigint
            from scope_return s join quittance.vat_return r on r.id = s.return_id group by 2, 3
            union all
            select 'RETURN_BOUNDS', r.entity, null, count(*)
            from scope_return s join quittance.vat_return r on r.id = s.return_id
            join quittance.vat_return_line l on l.return_id = r.id and abs(l.declared - l.ledger) > l.bound group by 2
            order by 1, 2, 3
            """;

    private ReturnSql() {}
}
