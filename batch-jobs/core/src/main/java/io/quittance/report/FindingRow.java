package io.quittance.report;

import io.quittance.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One finding, for the sheets Held and Rejected. The findings of a document stand together.
 *
 * @param invoice our id of the document, null where a file could not be read as documents
 * @param number of the document, null when not known
 */
public record FindingRow(
        @Nullable String invoice,
        String entity,
        String contractor,
        @Nullable String number,
        Finding finding) {}
