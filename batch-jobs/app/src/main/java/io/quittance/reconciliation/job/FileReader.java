package io.quittance.reconciliation.job;

import io.quittance.invoice.file.DeliveredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Hands out the files of a work set, one after another; its position is how many it handed out. */
final class FileReader implements ItemStreamReader<DeliveredFile> {

    private static final String POSITION = "files";

    private final List<DeliveredFile> files;
    private int next;

    FileReader(List<DeliveredFile> files) {
        this.files = files;
    }

    @Override
    public void open(ExecutionContext context) {
        next = context.getInt(POSITION, 0);
    }

    @Override
    public @Nullable DeliveredFile read() {
        return next < files.size() ? files.get(next++) : null;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(POSITION, next);
    }
}
