package io.quittance.assessment.store;

import io.quittance.assessment.Assessment;
import io.quittance.invoice.InvoiceKey;
import io.quittance.ledger.Journal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written about one document: the assessment, which attempt it was, and what it posts.
 *
 * @param credited of a credit note the key of the invoice that it takes back; null when it names none that is known
 */
public record Conclusion(
        Assessment assessment,
        int attempt,
        List<Journal> journals,
        @Nullable InvoiceKey credited) {}
