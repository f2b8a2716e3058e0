package io.quittance.tax;

import io.quittance.party.Validity;
import io.quittance.tax.TaxDates.Supply;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When tax arises, a row of {@code config/tax/tax-points.csv}.
 *
 * @param id of the row; the VAT ledger keeps it
 * @param match when it speaks
 * @param event what makes the tax arise
 * @param meanwhile which day holds while a payment that decides is not known: the earliest that the law may come to, so that tax
 *     is never declared late
 * @param basis the article of law
 * @param validity days of performance for which it holds
 * @param recordedAt when the row was written; of two with one match the later one speaks
 */
public record TaxPointRule(
        String id,
        Match match,
        Event event,
        Meanwhile meanwhile,
        String basis,
        Validity validity,
        LocalDate recordedAt,
        String source,
        Confidence confidence) {

    /** The supplies that a row is for. */
    public record Match(Jurisdictions jurisdictions, Set<Treatment> treatments, Set<Supply> supplies) {

        boolean covers(String jurisdiction, Treatment treatment, Supply supply) {
            return jurisdictions.has(jurisdiction) && treatments.contains(treatment) && supplies.contains(supply);
        }
    }

    /** What makes tax arise. */
    public enum Event {
        /** The supply itself: its last day. Prepayments are outside of our runs and have no day that we know. */
        SUPPLY,
        /** The tax point that the supplier states (EN 16931 BT-7), where he is the one who owes the tax; else the supply. */
        STATED_ELSE_SUPPLY,
        /** The end of the period that is billed. */
        END_OF_PERIOD,
        /** Each 31 December (Directive 2006/112 art. 64(2)): one document over several years has several tax points. */
        YEAR_END,
        /** The end of the month of the return in which the service was done (UStG 13b(1)). */
        END_OF_RETURN_PERIOD,
        /**
         * The invoice, at the latest the end of the month that follows the supply (UStG 13b(2)); one that comes before the supply
         * makes no tax arise, a payment that does, does (13b(4)).
         */
        INVOICE_AT_LATEST_END_OF_NEXT_MONTH,
        /** The supply, or the payment if that comes first. */
        EARLIER_OF_SUPPLY_AND_PAYMENT,
        /** The invoice, or the payment if that comes first. */
        EARLIER_OF_INVOICE_AND_PAYMENT,
        /** The invoice. */
        INVOICE,
        /** The payment. */
        PAYMENT,
        /** The payment, at the latest the day after 60 days from the invoice (CGST Act s. 13(3)). */
        PAYMENT_OR_60_DAYS;

        /** Whether the day of payment decides, so that the day is provisional until it is known. */
        public boolean waitsForPayment() {
            return this == PAYMENT || this == PAYMENT_OR_60_DAYS;
        }

        /**
         * Whether the rates of the supply hold although tax arises later: the rate of tax (UStG 27(1): the rules of the day of
         * performance, also where its recipient owes it) and what foreign amounts are converted by (16(6): month of performance).
         */
        boolean exchangesAtSupply() {
            return this == END_OF_RETURN_PERIOD || this == INVOICE_AT_LATEST_END_OF_NEXT_MONTH;
        }
    }

    /** Which day stands for a payment that is not known yet. */
    public enum Meanwhile {
        /** No day has to stand for it. */
        NOTHING,
        /** The day of supply. */
        SUPPLY,
        /** That of the invoice. */
        INVOICE
    }

    /** The day of a supply by this row, null where one document has several. */
    @Nullable
    LocalDate day(TaxDates dates) {
        return switch (event) {
            case SUPPLY, END_OF_PERIOD -> dates.performed();
            case STATED_ELSE_SUPPLY -> dates.stated() == null ? dates.performed() : dates.stated();
            case YEAR_END -> null;
            case END_OF_RETURN_PERIOD -> dates.performed().with(TemporalAdjusters.lastDayOfMonth());
            case INVOICE_AT_LATEST_END_OF_NEXT_MONTH -> invoiceAtLatestEndOfNextMonth(dates);
            case EARLIER_OF_SUPPLY_AND_PAYMENT -> earlier(dates.performed(), dates.paid());
            case EARLIER_OF_INVOICE_AND_PAYMENT -> earlier(dates.invoiced(), dates.paid());
            case INVOICE -> dates.invoiced();
            case PAYMENT -> dates.paid() == null ? standIn(dates) : dates.paid();
            case PAYMENT_OR_60_DAYS ->
                dates.paid() == null
                        ? standIn(dates)
                        : earlier(dates.invoiced().plusDays(SIXTY_DAYS + 1), dates.paid());
        };
    }

    private static final int SIXTY_DAYS = 60;

    private LocalDate standIn(TaxDates dates) {
        return switch (meanwhile) {
            case SUPPLY -> dates.performed();
            case INVOICE -> dates.invoiced();
            case NOTHING -> throw new IllegalStateException(id + " says nothing of the time before the payment");
        };
    }

    private static LocalDate invoiceAtLatestEndOfNextMonth(TaxDates dates) {
        LocalDate performed = dates.performed();
        if (dates.paid() != null && dates.paid().isBefore(performed)) {
            return dates.paid();
        }
        LocalDate invoiced = dates.invoiced().isBefore(performed) ? performed : dates.invoiced();
        return earlier(invoiced, performed.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth()));
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
