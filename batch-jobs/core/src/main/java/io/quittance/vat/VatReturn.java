package io.quittance.vat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The return of one period, purchases and self-assessment only: every figure from the ledger's sum to what is declared.
 *
 * @param form the name of the return, null when its form is not sourced: then the lines are totals by treatment
 * @param decimals of the currency
 * @param faults why it must not be filed; empty when it may
 * @param unplaced tax of the ledger that a sourced form has in no box, since no row spoke of it when it was entered: it is not
 *     filed either, unless a person declares it by hand
 */
public record VatReturn(
        @Nullable String form, int decimals, List<ReturnLine> lines, List<String> faults, List<String> unplaced) {

    /** The box of what no row of the tables places. */
    public static final String NOT_SOURCED = "not sourced";
    /** The box of what the form does not ask about. */
    public static final String NO_BOX = "none";
    /**
     * Our own total below every return: tax owed less tax deducted. A form whose declared tax is not that of the boxes that
     * entries go into has a row of this name, whose formula says what it is made of.
     */
    public static final String NET = "net";

    public VatReturn {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
        unplaced = List.copyOf(unplaced);
    }

    /**
     * Draws it up.
     *
     * @param form null when it is not sourced
     * @param decimals of the currency of the return
     * @param sums everything that the ledger has for the period
     */
    public static VatReturn of(@Nullable ReturnForm form, int decimals, List<LedgerSum> sums) {
        return of(form, decimals, sums, List.of());
    }

    /** The same of a form that asks for what was withheld. @param withheld from payments of the period, by the name of the tax */
    public static VatReturn of(
            @Nullable ReturnForm form, int decimals, List<LedgerSum> sums, List<WithheldSum> withheld) {
        return new ReturnDraft(form, decimals, sums, withheld).finished();
    }

    /** All that speaks against filing it as it is. */
    public List<String> objections() {
        return Stream.concat(faults.stream(), unplaced.stream()).toList();
    }

    /** The net tax as it is declared less the net tax of the ledger: what the rounding of the form is worth. */
    public BigDecimal roundingDifference() {
        return lines.stream()
                .filter(line -> line.box().equals(NET))
                .map(ReturnLine::difference)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
