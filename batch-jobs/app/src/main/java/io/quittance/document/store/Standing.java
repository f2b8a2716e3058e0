package io.quittance.document.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document, or a record that could not be read as one, as it stands.
 *
 * @param refused whether nobody could read it: there is no invoice, only what was made out of it
 * @param kind null for what could not be read
 * @param state NEW, REJECTED, HELD, ACCEPTED, IN_RUN, PAID, RETURNED or WITHDRAWN; a person's hold is one
 * @param attempt number of the last assessment, 0 for none
 * @param gross as a decimal number in its currency; null when not made out
 * @param run the run that pays it, null for none
 * @param file as it was delivered
 * @param position in its file, from 1; 0 for a whole file
 * @param intake the work set that took it in
 * @param codes of the findings that count, joined by blanks
 */
public record Standing(
        UUID id,
        boolean refused,
        @Nullable String entity,
        @Nullable String contractor,
        @Nullable String kind,
        @Nullable String number,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable String currency,
        @Nullable String gross,
        @Nullable String payable,
        String state,
        int attempt,
        @Nullable String codes,
        @Nullable String run,
        @Nullable String runState,
        @Nullable String payment,
        String file,
        String sha256,
        int position,
        long line,
        String intake,
        LocalDate takenIn) {

    /** As a person refers to it: by its key where it has one, else by its place. */
    public String reference() {
        return entity == null || contractor == null || number == null
                ? file + "#" + position
                : entity + "/" + contractor + "/" + number;
    }
}
