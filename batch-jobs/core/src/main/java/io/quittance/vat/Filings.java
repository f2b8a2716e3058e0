package io.quittance.vat;

import io.quittance.tax.Filing;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an entry of the VAT ledger becomes part of: the boxes of its row, and the first period that is open. What is due in a
 * closed period goes into the next open one, with the period that it comes from and why; nothing enters a closed one.
 */
public final class Filings {

    /** Where no box is sourced and no period was ever closed. */
    public static final Filings NONE = of(ReturnBoxes.of(List.of()), List.of());

    private record Taxpayer(String entity, String jurisdiction) {}

    private final ReturnBoxes boxes;
    private final Map<Taxpayer, List<Period>> closed;

    private Filings(ReturnBoxes boxes, Map<Taxpayer, List<Period>> closed) {
        this.boxes = boxes;
        this.closed = closed;
    }

    /** These boxes, and these periods closed. */
    public static Filings of(ReturnBoxes boxes, List<ClosedPeriod> closed) {
        return new Filings(
                boxes,
                closed.stream()
                        .collect(Collectors.groupingBy(
                                one -> new Taxpayer(one.entity(), one.jurisdiction()),
                                Collectors.mapping(ClosedPeriod::period, Collectors.toUnmodifiableList()))));
    }

    /**
     * The days of an entry.
     *
     * @param taxPoint whose row of boxes it takes
     * @param due whose month it belongs to: no tax is deducted before the invoice is held
     */
    public record Days(LocalDate taxPoint, LocalDate due) {

        /** Both are the tax point: tax that the payer owes himself needs no invoice in hand. */
        public static Days of(LocalDate taxPoint) {
            return new Days(taxPoint, taxPoint);
        }
    }

    /** Where an entry stands. @param rate in per cent */
    public Filing filing(String entity, String jurisdiction, Treatment treatment, BigDecimal rate, Days days) {
        LocalDate due = days.due.withDayOfMonth(1);
        String reason = closedOver(entity, jurisdiction, due)
                .map(period ->
                        "the return of %s for %s was closed before the document was assessed".formatted(entity, period))
                .orElse(null);
        return boxes.find(jurisdiction, treatment, rate, days.taxPoint)
                .map(row -> new Filing(due, reason, row.id(), row.base(), row.outputTax(), row.inputTax()))
                .orElseGet(() -> new Filing(due, reason, null, List.of(), List.of(), List.of()));
    }

    /** The month itself, or the first one after it that is not closed; both as their first day. */
    public LocalDate openMonth(String entity, String jurisdiction, LocalDate due) {
        LocalDate month = due;
        Optional<Period> over = closedOver(entity, jurisdiction, month);
        while (over.isPresent()) {
            month = over.get().lastDay().plusDays(1);
            over = closedOver(entity, jurisdiction, month);
        }
        return month;
    }

    private Optional<Period> closedOver(String entity, String jurisdiction, LocalDate month) {
        return closed.getOrDefault(new Taxpayer(entity, jurisdiction), List.of()).stream()
                .filter(period -> period.covers(month))
                .findFirst();
    }
}
