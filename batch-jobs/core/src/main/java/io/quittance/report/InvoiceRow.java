package io.quittance.report;

import io.quittance.assessment.Verdict;
import io.quittance.invoice.DocumentKind;
import io.quittance.payment.Outcome;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One document, for the sheet Invoices. Amounts are positive as in the document; the sheet gives credit notes their sign.
 *
 * @param invoice our id of it
 * @param gross net + VAT in the currency of the document
 * @param payable what is to be paid or set off, null unless accepted
 * @param functional the gross in the entity's functional currency, null unless accepted
 * @param treatment of its VAT, null where none was decided
 * @param outcome what the run decided, null where no run has looked at it
 * @param reason of the outcome, with its figures
 * @param payment that pays it, null when none does
 * @param registry what tax registers say of the VAT ids that its tax hangs on: party, answer, day, and what came later; null where
 *     it hangs on none
 * @param journal of its acceptance, null unless accepted
 */
public record InvoiceRow(
        String invoice,
        String entity,
        String contractor,
        String name,
        String number,
        DocumentKind kind,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        Money net,
        Money vat,
        Money gross,
        @Nullable Money payable,
        @Nullable Money functional,
        @Nullable String treatment,
        Verdict verdict,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable String payment,
        @Nullable String registry,
        @Nullable String journal) {}
