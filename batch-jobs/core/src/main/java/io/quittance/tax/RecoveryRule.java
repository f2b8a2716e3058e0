package io.quittance.tax;

import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Validity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of a tax may be deducted, and when, a row of {@code config/tax/recovery-rules.csv}.
 *
 * @param id of the row; the VAT ledger keeps it
 * @param match when it speaks
 * @param share of what
 * @param percent how much of that share, in per cent; 100 where no law says less
 * @param included the rate in per cent that a price is taken to contain although the invoice shows no tax (Japan); null for none
 * @param steps where a payer's proportion counts as everything or nothing
 * @param moment when it may be deducted
 * @param cap a limit of the law that we do not reckon and only tell, e.g. {@code JPY 100000000 a supplier and year}; null for none
 * @param basis the article of law
 * @param validity tax points for which it holds
 * @param recordedAt when the row was written; of two with one match the later one speaks
 */
public record RecoveryRule(
        String id,
        Match match,
        Share share,
        BigDecimal percent,
        @Nullable BigDecimal included,
        Steps steps,
        Moment moment,
        @Nullable String cap,
        String basis,
        Validity validity,
        LocalDate recordedAt,
        String source,
        Confidence confidence) {

    /** The purchases that a row is for. */
    public record Match(
            Jurisdictions jurisdictions,
            Set<Treatment> treatments,
            Supplier supplier,
            Set<VatStanding> standings,
            Set<ServiceKind> services) {

        boolean covers(Purchase purchase) {
            return jurisdictions.has(purchase.jurisdiction)
                    && treatments.contains(purchase.treatment)
                    && (supplier == Supplier.ANY || purchase.atHome)
                    && standings.contains(purchase.standing)
                    && services.contains(purchase.service);
        }
    }

    /**
     * What is bought.
     *
     * @param atHome whether the supplier is established in the jurisdiction
     * @param proportion how much of its input tax the payer may deduct, in whole per cent
     * @param on the tax point
     */
    public record Purchase(
            String jurisdiction,
            Treatment treatment,
            boolean atHome,
            VatStanding standing,
            ServiceKind service,
            int proportion,
            LocalDate on) {}

    /** Where the supplier is established. */
    public enum Supplier {
        ANY,
        /** In the jurisdiction itself. */
        HOME
    }

    /** What may be deducted. */
    public enum Share {
        /** Everything, whatever the payer's proportion. */
        FULL,
        /** The payer's proportion of the year (Directive 2006/112 art. 173 to 175). */
        PRO_RATA,
        /** Nothing. */
        BLOCKED
    }

    /** When it may be deducted. */
    public enum Moment {
        /** When the tax arises. */
        TAX_POINT,
        /** When the document is paid. */
        PAYMENT
    }

    /**
     * Canada: from 90 % on all of it, up to 10 % nothing.
     *
     * @param fullFrom from this proportion on it counts as 100; 100 where no law says less
     * @param nothingTo up to this one it counts as 0; 0 where no law says more
     */
    public record Steps(int fullFrom, int nothingTo) {

        /** None. */
        public static final Steps NONE = new Steps(100, 0);

        int of(int proportion) {
            if (proportion >= fullFrom) {
                return 100;
            }
            return proportion <= nothingTo ? 0 : proportion;
        }
    }

    /** What it comes to for a payer. */
    Recovery recovery(int proportion) {
        BigDecimal of = switch (share) {
            case FULL -> percent;
            case PRO_RATA ->
                percent.multiply(BigDecimal.valueOf(steps.of(proportion)))
                        .movePointLeft(2)
                        .stripTrailingZeros();
            case BLOCKED -> BigDecimal.ZERO;
        };
        String why = cap == null ? basis : basis + "; to be watched by a person: " + cap;
        return new Recovery(id, of, included == null ? BigDecimal.ZERO : included, moment == Moment.PAYMENT, why);
    }
}
