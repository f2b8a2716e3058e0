package io.quittance.invoice.store;

import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadDocument.Understood;
import io.quittance.invoice.store.IntakeRows.Read;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts documents by file and currency as the reader hands them out, without a look at what is stored of them: one side of the ties that
 * nothing is lost.
 */
final class IntakeCounts {

    static final CopyTable TABLE =
            CopyTable.of("quittance.intake_count", "file", "currency", "first", "work_set", "documents", "gross_minor");

    private IntakeCounts() {}

    /** @param currency empty where a refused document states none */
    private record Of(String file, String currency) implements Comparable<Of> {
        @Override
        public int compareTo(Of other) {
            int byFile = file.compareTo(other.file);
            return byFile == 0 ? currency.compareTo(other.currency) : byFile;
        }
    }

    /**
     * A count.
     *
     * @param first position in the file of the first document counted
     * @param grossMinor of those that were understood
     */
    record Count(String file, String currency, int first, int documents, long grossMinor) {
        Count plus(Count other) {
            return new Count(
                    file,
                    currency,
                    Math.min(first, other.first),
                    documents + other.documents,
                    Math.addExact(grossMinor, other.grossMinor));
        }
    }

    /** Of a portion of documents, by file and currency. */
    static Collection<Count> of(List<? extends Read> chunk) {
        Map<Of, Count> counts = new TreeMap<>();
        for (Read read : chunk) {
            Count one = one(read);
            counts.merge(new Of(one.file(), one.currency()), one, Count::plus);
        }
        return counts.values();
    }

    private static Count one(Read read) {
        ReadDocument document = read.document();
        return switch (document) {
            case Understood understood ->
                new Count(
                        read.file().sha256(),
                        understood.invoice().currency().getCode(),
                        document.position(),
                        1,
                        understood.invoice().totals().gross().getAmountMinorLong());
            case Refused refused ->
                new Count(read.file().sha256(), code(refused.stated().currency()), document.position(), 1, 0);
        };
    }

    private static String code(@Nullable CurrencyUnit currency) {
        return currency == null ? "" : currency.getCode();
    }

    static void row(CopyRow row, Count count, String workSet) {
        row.text(count.file())
                .text(count.currency())
                .number(count.first())
                .text(workSet)
                .number(count.documents())
                .number(count.grossMinor());
    }
}
