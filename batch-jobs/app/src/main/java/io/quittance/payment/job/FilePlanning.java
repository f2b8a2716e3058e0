package io.quittance.payment.job;

import io.quittance.payment.FilePlan;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.PaymentFiles.BatchRow;
import io.quittance.payment.store.PaymentFiles.Content;
import io.quittance.payment.store.PaymentFiles.FileRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Plans the files of a run: one per rail and debit account, with one batch per currency, and the hash of each. */
@Component
public class FilePlanning {

    private final PaymentFiles files;
    private final FileRendering rendering;

    public FilePlanning(PaymentFiles files, FileRendering rendering) {
        this.files = files;
        this.rendering = rendering;
    }

    /** Writes the files and batches of a run, in the transaction that is under way. */
    public void plan(RunContext run) {
        Map<String, List<Content>> byFile = files.contents(run.terms().run()).stream()
                .collect(Collectors.groupingBy(
                        content -> messageId(run, content), LinkedHashMap::new, Collectors.toList()));
        int position = 0;
        for (var entry : byFile.entrySet()) {
            plan(run, entry.getKey(), entry.getValue(), ++position);
        }
    }

    private void plan(RunContext run, String messageId, List<Content> contents, int position) {
        List<BatchRow> batches = batches(messageId, contents);
        FileRow unhashed = file(run, messageId, contents, position, "");
        FileRow file = file(run, messageId, contents, position, rendering.hash(run, unhashed, batches));
        files.insert(file);
        batches.forEach(files::insert);
    }

    private static List<BatchRow> batches(String messageId, List<Content> contents) {
        var batches = new ArrayList<BatchRow>();
        for (Content content : contents) {
            batches.add(
                    new BatchRow(content.batch(), messageId, batches.size() + 1, content.payments(), content.sum()));
        }
        return batches;
    }

    private static FileRow file(RunContext run, String messageId, List<Content> contents, int position, String sha256) {
        Content first = contents.getFirst();
        String rail = first.rail().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FileRow(
                messageId,
                run.terms().run(),
                position,
                run.terms().run() + "-" + first.debitAccount() + "-" + rail + ".xml",
                first.rail(),
                first.debitAccount(),
                run.terms().businessDate().atStartOfDay().plusSeconds(run.sequence()),
                contents.stream().mapToInt(Content::payments).sum(),
                sha256);
    }

    private static String messageId(RunContext run, Content content) {
        var debit = run.terms().debitAccount(content.sum().getCurrencyUnit());
        return FilePlan.of(
                        run.terms().run(),
                        content.rail(),
                        debit,
                        content.sum().getCurrencyUnit().getCode())
                .messageId();
    }
}
