package io.quittance.tax;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days of a document that a tax point can hang on. When it was received and when it was paid is known elsewhere: the first by
 * the intake, the second by the bank.
 *
 * @param performedFrom first day of the supply: the earliest BT-73 or BT-134; null when no day of supply is stated
 * @param performedTo last day of it: BT-72 or BT-74, else the latest BT-135; null with {@code performedFrom}
 * @param stated the tax point that the supplier states, BT-7; null when he does not
 * @param invoiced BT-2
 * @param paid when it was paid, as far as that is known; of several payments the first
 */
public record TaxDates(
        @Nullable LocalDate performedFrom,
        @Nullable LocalDate performedTo,
        @Nullable LocalDate stated,
        LocalDate invoiced,
        @Nullable LocalDate paid) {

    /** How a supply lies in time (Directive 2006/112 art. 63, 64). */
    public enum Supply {
        /** Done on one day, or on a day that nobody states. */
        SINGLE,
        /** Done over a period of at most a year. */
        CONTINUOUS,
        /** Done over more than a year. */
        LONG
    }

    public TaxDates {
        if ((performedFrom == null) != (performedTo == null)) {
            throw new IllegalArgumentException("A supply begins and ends, or no day of it is known");
        }
    }

    /** Those that a document states. Nothing of it is paid as far as it says. */
    public static TaxDates of(Invoice invoice) {
        List<Period> periods = invoice.lines().stream()
                .map(InvoiceLine::period)
                .filter(Objects::nonNull)
                .map(Period.class::cast)
                .toList();
        LocalDate to = Optional.ofNullable(invoice.supplyDate())
                .or(() -> periods.stream().map(Period::to).max(Comparator.naturalOrder()))
                .orElse(null);
        if (to == null) {
            return new TaxDates(null, null, invoice.taxPointDate(), invoice.issueDate(), null);
        }
        LocalDate from = periods.stream()
                .map(Period::from)
                .min(Comparator.naturalOrder())
                .filter(first -> first.isBefore(to))
                .orElse(to);
        return new TaxDates(from, to, invoice.taxPointDate(), invoice.issueDate(), null);
    }

    /** The day on which the supply was done: its last, and where none is stated, that of the invoice. */
    public LocalDate performed() {
        return performedTo == null ? invoiced : performedTo;
    }

    /** How the supply lies in time. */
    public Supply supply() {
        if (performedFrom == null || performedTo == null || performedFrom.equals(performedTo)) {
            return Supply.SINGLE;
        }
        return performedTo.isBefore(performedFrom.plusYears(1)) ? Supply.CONTINUOUS : Supply.LONG;
    }

    /** {@code performed 2026-10-01 to 2026-10-31, invoiced 2026-11-02}. */
    String written() {
        String performed = performedTo == null
                ? "no day of supply is stated"
                : "performed " + (supply() == Supply.SINGLE ? "" : performedFrom + " to ") + performedTo;
        return performed + (stated == null ? "" : ", tax point stated " + stated) + ", invoiced " + invoiced
                + (paid == null ? "" : ", paid " + paid);
    }
}
