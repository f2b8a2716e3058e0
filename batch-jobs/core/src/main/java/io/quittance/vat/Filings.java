package io.quittance.vat;

import io.quittance.tax.Filing;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.ReturnBoxes.Boxes;
import io.quittance.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the VAT ledger becomes part of: the boxes of its row, and the first period that is open. Returns are closed
 * in order, so everything up to the last closed day is closed, also a time without entries whose own return nobody closed. What
 * is due in it goes into the first period after it, with the period that it comes from and why. Its boxes are those of the day
 * of its rate, as long as the form of its period has them: a form may keep a box for each rate (Switzerland: 382 and 383).
 */
public final class Filings {

    /** Where no box is sourced and no period was ever closed. */
    public static final Filings NONE =
            of(ReturnBoxes.of(List.of()), ReturnForms.of(List.of()), List.of(), ReturnPeriods.of(List.of()));

    private record Taxpayer(String entity, String jurisdiction) {}

    private final ReturnBoxes boxes;
    private final ReturnForms forms;
    private final Map<Taxpayer, List<Period>> closed;
    private final ReturnPeriods periods;

    private Filings(ReturnBoxes boxes, ReturnForms forms, Map<Taxpayer, List<Period>> closed, ReturnPeriods periods) {
        this.boxes = boxes;
        this.forms = forms;
        this.closed = closed;
        this.periods = periods;
    }

    /** These boxes of these forms, these periods closed, and these ones to come. */
    public static Filings of(ReturnBoxes boxes, ReturnForms forms, List<ClosedPeriod> closed, ReturnPeriods periods) {
        return new Filings(
                boxes,
                forms,
                closed.stream()
                        .sorted(Comparator.comparing(one -> one.period().lastDay()))
                        .collect(Collectors.groupingBy(
                                one -> new Taxpayer(one.entity(), one.jurisdiction()),
                                Collectors.mapping(ClosedPeriod::period, Collectors.toUnmodifiableList()))),
                periods);
    }

    /**
     * The days of an entry.
     *
     * @param rate the day whose rate the tax has: its row of boxes is asked first
     * @param due whose month it belongs to: no tax is deducted before the invoice is held
     */
    public record Days(LocalDate rate, LocalDate due) {

        /** Both are the tax point: tax that the payer owes himself needs no invoice in hand. */
        public static Days of(LocalDate taxPoint) {
            return new Days(taxPoint, taxPoint);
        }
    }

    /** Where an entry stands. @param rate in per cent */
    public Filing filing(String entity, String jurisdiction, Treatment treatment, BigDecimal rate, Days days) {
        LocalDate due = days.due.withDayOfMonth(1);
        String reason = reason(entity, jurisdiction, due);
        LocalDate declared = lastDay(entity, jurisdiction, openMonth(entity, jurisdiction, due));
        return boxes.find(jurisdiction, treatment, rate, days.rate)
                .filter(row -> isOnForm(row, declared))
                .or(() -> boxes.find(jurisdiction, treatment, rate, declared))
                .map(row -> new Filing(due, reason, row.id(), row.base(), row.outputTax(), row.inputTax()))
                .orElseGet(() -> new Filing(due, reason, null, List.of(), List.of(), List.of()));
    }

    /** Whether the form that is filed on a day has all the boxes of a row; one that is not sourced speaks against none. */
    private boolean isOnForm(Boxes row, LocalDate declared) {
        Optional<ReturnForm> form = forms.find(row.jurisdiction(), declared);
        return form.isEmpty() || form.get().has(row);
    }

    /** The month itself, or the first one after all that is closed; both as their first day. */
    public LocalDate openMonth(String entity, String jurisdiction, LocalDate due) {
        List<Period> all = closed(entity, jurisdiction);
        return all.isEmpty() || due.isAfter(all.getLast().lastDay())
                ? due
                : all.getLast().lastDay().plusDays(1);
    }

    /** Why nothing may enter a month any more; null when it is open. */
    private @Nullable String reason(String entity, String jurisdiction, LocalDate month) {
        return closed(entity, jurisdiction).stream()
                .filter(period -> !period.lastDay().isBefore(month))
                .findFirst()
                .map(period -> "the return of %s for %s%s was closed before the document was assessed"
                        .formatted(entity, period, period.covers(month) ? "" : ", which is later,"))
                .orElse(null);
    }

    private LocalDate lastDay(String entity, String jurisdiction, LocalDate month) {
        return periods.of(entity, jurisdiction, month)
                .map(Period::lastDay)
                .orElseGet(() -> YearMonth.from(month).atEndOfMonth());
    }

    /** In the order of their last days. */
    private List<Period> closed(String entity, String jurisdiction) {
        return closed.getOrDefault(new Taxpayer(entity, jurisdiction), List.of());
    }
}
