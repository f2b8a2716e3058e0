package io.quittance.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;

/** One {@code JdbcBatchItemWriter} a table, one after another: parents before children. */
final class BaselineWriter implements ItemWriter<BaselineOutcome> {

    private final Map<JdbcBatchItemWriter<@Nullable Object[]>, Function<BaselineOutcome, List<@Nullable Object[]>>>
            writers = new LinkedHashMap<>();

    BaselineWriter(DataSource source, BaselineRows rows) {
        add(source, "quittance.invoice", 30, rows::invoices);
        add(source, "quittance.invoice_line", 11, rows::lines);
        add(source, "quittance.invoice_vat", 6, rows::vat);
        add(source, "quittance.refusal", 11, rows::refusals);
        add(source, "quittance.finding", 13, rows::findings);
        add(source, "quittance.assess_candidate", 5, rows::candidates);
        add(source, "quittance.assessment", 28, rows::assessments);
        add(source, "quittance.document_key", 6, rows::keys);
        add(source, "quittance.conversion", 12, rows::conversions);
        add(source, "quittance.vat_entry", 31, rows::vatEntries);
        add(source, "ledger.journal", 8, rows::journals);
        add(source, "ledger.posting", 6, rows::postings);
    }

    private void add(
            DataSource source, String table, int columns, Function<BaselineOutcome, List<@Nullable Object[]>> rows) {
        String[] marks = new String[columns];
        Arrays.fill(marks, "?");
        JdbcBatchItemWriter<@Nullable Object[]> writer = new JdbcBatchItemWriterBuilder<@Nullable Object[]>()
                .dataSource(source)
                .sql("insert into " + table + " values (" + String.join(", ", marks) + ")")
                .itemPreparedStatementSetter((row, statement) -> {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                })
                .build();
        writer.afterPropertiesSet();
        writers.put(writer, rows);
    }

    @Override
    public void write(Chunk<? extends BaselineOutcome> chunk) throws Exception {
        for (var entry : writers.entrySet()) {
            var rows = new ArrayList<@Nullable Object[]>(chunk.size());
            chunk.forEach(outcome -> rows.addAll(entry.getValue().apply(outcome)));
            if (!rows.isEmpty()) {
                entry.getKey().write(new Chunk<>(rows));
            }
        }
    }
}
