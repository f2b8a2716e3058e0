package io.quittance.withholding;

import io.quittance.party.Contractor;
import io.quittance.party.Validity;
import io.quittance.tax.Confidence;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code config/tax/withholding-rules.csv}. Within a head the first row that speaks of a fee decides; heads add up.
 *
 * @param id the same for a row and those that correct it
 * @param head what is reckoned together and has thresholds of its own, e.g. {@code IN-194J}
 * @param name of the tax, for people and remittances
 * @param threshold null where there is none
 * @param finalTax whether the payee's tax is settled by it
 * @param returnCode the return or form that it is reported on; null where no source names one
 * @param validity the trigger's day must lie in it
 * @param recordedAt the day from which runs know the row; of several rows with one id the latest known speaks
 */
public record WithholdingRule(
        String id,
        LocalDate recordedAt,
        Match match,
        TaxFamily family,
        String head,
        String name,
        Levy levy,
        @Nullable Threshold threshold,
        Trigger trigger,
        boolean finalTax,
        @Nullable String returnCode,
        Validity validity,
        String source,
        Confidence confidence) {

    /** The day whose rule decides. */
    public enum Trigger {
        /** Booked to the payee's account. */
        CREDIT,
        PAYMENT,
        /** The earlier of credit and payment. */
        EARLIER,
        /** The earliest of falling due, credit and payment. */
        DUE;

        LocalDate of(Fee fee) {
            return switch (this) {
                case CREDIT -> fee.creditedOn();
                case PAYMENT -> fee.paidOn();
                case EARLIER -> earlier(fee.creditedOn(), fee.paidOn());
                case DUE -> earlier(fee.dueOn(), earlier(fee.creditedOn(), fee.paidOn()));
            };
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }

    /** Where the work must have been done for a row to speak. */
    public enum Place {
        ANYWHERE,
        /** In the payer's country. */
        HERE,
        /** Outside of it. */
        ABROAD
    }

    /** What an unknown place of work means to a row that asks for one. */
    public enum UnknownPlace {
        /** Nobody is paid before somebody says where. */
        HOLD,
        /** A payee from abroad is taken to work abroad. */
        ABROAD
    }

    /**
     * The fees that a row speaks of.
     *
     * @param residences countries, {@code DOMESTIC}, {@code FOREIGN} or {@code *}
     * @param tinGiven null where it plays no role
     * @param certificate the kind or scheme of a certificate that the payee must have; null where none is asked for
     * @param payerRole what the payer must have been appointed to; null where every payer withholds
     */
    public record Match(
            String payerCountry,
            Set<String> residences,
            Set<Contractor.Kind> kinds,
            Set<IncomeKind> incomes,
            @Nullable Boolean tinGiven,
            Place place,
            UnknownPlace unknownPlace,
            @Nullable String certificate,
            @Nullable String payerRole) {

        public Match {
            residences = Set.copyOf(residences);
            kinds = Set.copyOf(kinds);
            incomes = Set.copyOf(incomes);
        }

        /** Whether it speaks of a fee, whatever the place of work. */
        boolean speaksOf(Fee fee, Payee payee) {
            return kinds.contains(payee.kind())
                    && incomes.contains(fee.income())
                    && isResident(fee, payee)
                    && (tinGiven == null || tinGiven == payee.tinGiven())
                    && (payerRole == null || fee.payerRoles().contains(payerRole));
        }

        private boolean isResident(Fee fee, Payee payee) {
            boolean domestic = payee.residence().equals(fee.payerCountry());
            return residences.contains("*")
                    || residences.contains(payee.residence())
                    || residences.contains(domestic ? "DOMESTIC" : "FOREIGN");
        }

        /** Whether the place of work leaves the question open. */
        boolean needsPlace(Fee fee) {
            return place != Place.ANYWHERE && fee.performedIn() == null && unknownPlace == UnknownPlace.HOLD;
        }

        boolean isPlace(Fee fee) {
            return switch (place) {
                case ANYWHERE -> true;
                case HERE -> fee.payerCountry().equals(fee.performedIn());
                case ABROAD -> !fee.payerCountry().equals(fee.performedIn());
            };
        }
    }

    /** Whether a payment under it leaves a trace: tax, or a place in a report. */
    boolean leavesTrace() {
        return levy.ratePercent().signum() != 0 || returnCode != null;
    }
}
