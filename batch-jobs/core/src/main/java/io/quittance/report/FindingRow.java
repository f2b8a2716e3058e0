package io.quittance.report;

import io.quittance.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One finding, for the sheets Held and Rejected. The findings of a document stand together.
 *
 * @param subject our id of the document, or of the refusal of a record that could not be read
 * @param read whether the document could be read
 * @param number of the document, null when not known
 */
public record FindingRow(
        String subject,
        boolean read,
        String entity,
        String contractor,
        @Nullable String number,
        Finding finding) {}
