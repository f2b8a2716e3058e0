package io.quittance.engagement.store;

import io.quittance.engagement.ApprovedWork;
import io.quittance.engagement.Work;
import io.quittance.invoice.Invoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What a page of documents needs to know of approved work: two reads a page. */
@Repository
public class ApprovedWorks {

    /** As the set froze it: a time sheet that came after is for the next one, also when this one is restarted. */
    private static final String STANDING = """
            select distinct on (t.contract, t.name) t.*
            from quittance.time_sheet t
            where t.contract = any(?) and t.status <> 'SUBMITTED'
              and t.mark <= (select sheets_mark from quittance.work_set where id = ?)
            order by t.contract, t.name, t.revision desc
            """;

    private final JdbcClient jdbc;

    public ApprovedWorks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The approved work, by contract, that these documents may bill, visible to a work set. */
    public Map<String, ApprovedWork> of(String workSet, List<Invoice> invoices) {
        Object[] contracts = invoices.stream()
                .map(Invoice::contract)
                .filter(Objects::nonNull)
                .distinct()
                .toArray();
        if (contracts.length == 0) {
            return Map.of();
        }
        var ids = new SqlArrayValue("text", contracts);
        Map<String, List<Work>> works = new HashMap<>();
        jdbc.sql(STANDING).params(ids, workSet).query((RowCallbackHandler) row -> {
            if (row.getString("status").equals("APPROVED")) {
                works.computeIfAbsent(row.getString("contract"), unused -> new ArrayList<>())
                        .add(TimeSheetRows.work(row));
            }
        });
        Map<String, Map<String, BigDecimal>> billed = new HashMap<>();
        jdbc.sql("select contract, name, billed from quittance.work_use where contract = any(?)")
                .params(ids)
                .query((RowCallbackHandler) row -> billed.computeIfAbsent(row.getString(1), unused -> new HashMap<>())
                        .put(row.getString(2), row.getBigDecimal(3)));
        return together(works, billed);
    }

    private static Map<String, ApprovedWork> together(
            Map<String, List<Work>> works, Map<String, Map<String, BigDecimal>> billed) {
        Map<String, ApprovedWork> known = new HashMap<>();
        works.forEach((contract, list) ->
                known.put(contract, new ApprovedWork(list, billed.getOrDefault(contract, Map.of()))));
        billed.forEach((contract, sums) -> known.putIfAbsent(contract, new ApprovedWork(List.of(), sums)));
        return known;
    }
}
