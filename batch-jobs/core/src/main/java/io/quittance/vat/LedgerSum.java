package io.quittance.vat;

import io.quittance.tax.Treatment;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of entries of one treatment that go into the same boxes, exactly as the ledger has them, in the currency of the
 * return.
 *
 * @param boxRow the row that names the boxes, null when none is sourced
 * @param charged VAT that suppliers charged
 * @param deducted base and charged VAT, so far as the VAT is deducted, each entry by itself to the minor unit
 * @param output tax that the payer owes
 * @param input tax that is deducted
 * @param entries how many
 */
public record LedgerSum(
        Treatment treatment,
        @Nullable String boxRow,
        Boxes boxes,
        BigDecimal base,
        BigDecimal charged,
        BigDecimal deducted,
        BigDecimal output,
        BigDecimal input,
        long entries) {

    /** The boxes of each amount. */
    public record Boxes(List<String> base, List<String> output, List<String> input) {
        public Boxes {
            base = List.copyOf(base);
            output = List.copyOf(output);
            input = List.copyOf(input);
        }
    }

    boolean goesInto(FormBox box) {
        return switch (box.kind()) {
            case BASE, GROSS, DEDUCTED ->
                box.formula() instanceof Formula.BasesOfOutput
                        ? boxes.output().contains(box.box())
                        : boxes.base().contains(box.box());
            case OUTPUT -> boxes.output().contains(box.box());
            case INPUT -> boxes.input().contains(box.box());
            case TOTAL, WITHHELD -> false;
        };
    }

    BigDecimal amount(BoxKind kind) {
        return switch (kind) {
            case BASE -> base;
            case GROSS -> base.add(charged);
            case DEDUCTED -> deducted;
            case OUTPUT -> output;
            case INPUT -> input;
            case TOTAL, WITHHELD -> BigDecimal.ZERO;
        };
    }

    boolean isPlaced(BoxKind kind) {
        return switch (kind) {
            case BASE, GROSS, DEDUCTED -> !boxes.base().isEmpty();
            case OUTPUT -> !boxes.output().isEmpty();
            case INPUT -> !boxes.input().isEmpty();
            case TOTAL, WITHHELD -> true;
        };
    }
}
