package io.quittance.withholding;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one document asks to be paid for, in the document's currency; credit notes are negative.
 *
 * @param payerCountry ISO 3166-1 code of the payer's seat
 * @param payerRoles what the payer was appointed to, as rows of the rules name it (e.g. {@code VAT_AGENT})
 * @param performedIn country in which the work was done; null where nobody said
 * @param net without VAT, as far as it is paid now
 * @param vat charged on it
 * @param materials cost of materials in {@code net}; null where the document does not tell
 * @param payerBears whether the contract says that the fee is net of withholding
 * @param creditedOn the day it was booked to the payee's account
 * @param dueOn the day it falls due
 * @param paidOn the day of payment
 * @param knownOn the business date of the run: rows that were recorded later are not known to it
 */
public record Fee(
        UUID document,
        String payerCountry,
        Set<String> payerRoles,
        IncomeKind income,
        @Nullable String performedIn,
        Money net,
        Money vat,
        @Nullable Money materials,
        boolean payerBears,
        LocalDate creditedOn,
        LocalDate dueOn,
        LocalDate paidOn,
        LocalDate knownOn) {

    public Fee {
        payerRoles = Set.copyOf(payerRoles);
    }

    /** With VAT. */
    Money gross() {
        return net.plus(vat);
    }
}
