package io.quittance.assessment;

import io.quittance.engagement.Match;
import io.quittance.finding.Findings;
import io.quittance.fx.Conversion.Converted;
import io.quittance.invoice.Invoice;
import io.quittance.party.PayeeAccount;
import io.quittance.party.RegistryEvidence;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.VatEntry;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything concluded about one document. A held or rejected one has no VAT entry and nothing to post.
 *
 * @param invoice with the ids of the parties where they could be resolved: its key is the one that counts
 * @param conversions between different currencies, those for bookkeeping, VAT and the estimate of the payment
 * @param payable what is to be paid (invoice) or set off (credit note), positive; null unless accepted
 * @param account where to, null unless accepted
 * @param dueDate when, null unless accepted
 * @param functional what the payable is booked at in the entity's functional currency, positive; null unless accepted
 * @param tax null when the parties are unknown, so that nothing can be said of tax
 * @param match what the three-way match says of it
 * @param accepted what is to be posted, null unless accepted
 * @param evidence what tax registers said of the VAT ids that its tax hangs on
 */
public record Assessment(
        Invoice invoice,
        Verdict verdict,
        Findings findings,
        List<Converted> conversions,
        @Nullable TaxDecision tax,
        List<VatEntry> vatEntries,
        @Nullable Money payable,
        @Nullable PayeeAccount account,
        @Nullable LocalDate dueDate,
        @Nullable Money functional,
        Match match,
        @Nullable Accepted accepted,
        List<RegistryEvidence> evidence) {}
