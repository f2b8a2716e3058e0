package io.quittance.benchmark;

import io.quittance.invoice.file.DeliveredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.mapping.PassThroughFieldSetMapper;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.batch.infrastructure.item.support.SingleItemPeekableItemReader;
import org.springframework.core.io.InputStreamResource;

/** The reference's way to records of several lines: peek, and stop at the first line of the next one. */
final class BaselineReader implements ItemStreamReader<BaselineDocument> {

    private static final String[] KEY = {"document_type", "invoice_number", "entity", "contractor"};
    static final String[] COLUMNS = ("document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,"
                    + "contractor_name,contractor_vat_id,contract,purchase_reference,currency,line_number,description,"
                    + "quantity,unit_price,net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,"
                    + "invoice_gross,amount_due,payee_account,payee_bic,payment_reference,preceding_invoice")
            .split(",", -1);

    private final DeliveredFile file;
    private final SingleItemPeekableItemReader<FieldSet> rows;
    private int position;
    private long line = 1;

    BaselineReader(DeliveredFile file) {
        this.file = file;
        FlatFileItemReader<FieldSet> flat = new FlatFileItemReaderBuilder<FieldSet>()
                .name("rows")
                .resource(new InputStreamResource(file::open))
                .encoding("UTF-8")
                .linesToSkip(1)
                .delimited()
                .names(COLUMNS)
                .fieldSetMapper(new PassThroughFieldSetMapper())
                .build();
        this.rows = new SingleItemPeekableItemReader<>(flat);
    }

    @Override
    public void open(ExecutionContext context) {
        rows.open(context);
    }

    @Override
    public @Nullable BaselineDocument read() throws Exception {
        FieldSet first = rows.read();
        if (first == null) {
            return null;
        }
        long begins = ++line;
        List<FieldSet> document = new ArrayList<>(2);
        document.add(first);
        for (FieldSet next = rows.peek(); next != null && belongs(next, first); next = rows.peek()) {
            document.add(next);
            rows.read();
            line++;
        }
        return new BaselineDocument(file, ++position, begins, document);
    }

    private static boolean belongs(FieldSet row, FieldSet first) {
        for (String column : KEY) {
            if (!Objects.equals(row.readString(column), first.readString(column))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void update(ExecutionContext context) {
        rows.update(context);
    }

    @Override
    public void close() {
        rows.close();
    }
}
