package io.quittance.benchmark;

import io.quittance.invoice.file.DeliveredFile;
import java.util.List;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;

/**
 * The rows of one document, as they were read.
 *
 * @param position in the file, from 1
 * @param line where it begins, the header being line 1
 */
record BaselineDocument(DeliveredFile file, int position, long line, List<FieldSet> rows) {

    FieldSet head() {
        return rows.getFirst();
    }
}
