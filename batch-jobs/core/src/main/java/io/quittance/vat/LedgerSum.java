package io.quittance.vat;

import io.quittance.tax.Treatment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * @param lines of their documents: a supplier may round each line of his
 * @param taxes what it consists of, where the law has several taxes under one rate
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
        long entries,
        long lines,
        List<TaxSum> taxes) {

    public LedgerSum {
        taxes = List.copyOf(taxes);
    }

    /** Of entries whose rate is one tax. */
    public LedgerSum(
            Treatment treatment,
            @Nullable String boxRow,
            Boxes boxes,
            BigDecimal base,
            BigDecimal charged,
            BigDecimal deducted,
            BigDecimal output,
            BigDecimal input,
            long entries) {
        this(treatment, boxRow, boxes, base, charged, deducted, output, input, entries, entries, List.of());
    }

    /**
     * One of several taxes.
     *
     * @param tax its name in the row of the rate
     */
    public record TaxSum(String tax, BigDecimal output, BigDecimal input) {}

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
                        ? BoxCode.has(boxes.output(), box.box())
                        : boxes.base().contains(box.box());
            case OUTPUT -> BoxCode.has(boxes.output(), box.box());
            case INPUT -> BoxCode.has(boxes.input(), box.box());
            case TOTAL, WITHHELD, PART -> false;
        };
    }

    /** What goes into a figure of the form that it goes into. */
    BigDecimal amount(FormBox box) {
        return switch (box.kind()) {
            case BASE, GROSS, DEDUCTED, TOTAL, WITHHELD, PART -> amount(box.kind());
            case OUTPUT -> placed(boxes.output(), box, output, TaxSum::output);
            case INPUT -> placed(boxes.input(), box, input, TaxSum::input);
        };
    }

    private BigDecimal placed(List<String> codes, FormBox box, BigDecimal whole, Function<TaxSum, BigDecimal> figure) {
        Map<String, BigDecimal> parts = taxes.stream().collect(Collectors.toMap(TaxSum::tax, figure));
        return codes.stream()
                .map(BoxCode::parse)
                .filter(code -> code.box().equals(box.box()))
                .map(code -> code.of(codes, whole, parts))
                .reduce(whole.subtract(whole), BigDecimal::add);
    }

    /** The taxes that a box takes, by their names: those that have no box of their own. Empty in a box of one tax. */
    Map<String, BigDecimal> apart(FormBox box) {
        List<String> codes = box.kind() == BoxKind.OUTPUT ? boxes.output() : boxes.input();
        return codes.contains(box.box()) ? apart(box.kind()) : Map.of();
    }

    /** The taxes that have no box of their own, by their names. */
    Map<String, BigDecimal> apart(BoxKind kind) {
        List<String> codes = kind == BoxKind.OUTPUT ? boxes.output() : boxes.input();
        return taxes.stream()
                .filter(one -> codes.stream()
                        .noneMatch(code -> one.tax().equals(BoxCode.parse(code).tax())))
                .collect(Collectors.toMap(
                        TaxSum::tax, kind == BoxKind.OUTPUT ? TaxSum::output : TaxSum::input, BigDecimal::add));
    }

    /** Whether no part of a tax is left over by its boxes. */
    private boolean isWhole(List<String> codes, Function<TaxSum, BigDecimal> figure) {
        return BoxCode.takeAll(codes)
                || !codes.isEmpty()
                        && taxes.stream()
                                .filter(one -> figure.apply(one).signum() != 0)
                                .allMatch(one -> codes.stream()
                                        .anyMatch(code -> one.tax()
                                                .equals(BoxCode.parse(code).tax())));
    }

    BigDecimal amount(BoxKind kind) {
        return switch (kind) {
            case BASE -> base;
            case GROSS -> base.add(charged);
            case DEDUCTED -> deducted;
            case OUTPUT -> output;
            case INPUT -> input;
            case TOTAL, WITHHELD, PART -> BigDecimal.ZERO;
        };
    }

    /** Whether its row names no box at all: the form does not ask about it. */
    boolean isInNoBox() {
        return boxes.base().isEmpty()
                && boxes.output().isEmpty()
                && boxes.input().isEmpty();
    }

    boolean isPlaced(BoxKind kind) {
        return switch (kind) {
            case BASE, GROSS, DEDUCTED -> !boxes.base().isEmpty();
            case OUTPUT -> isWhole(boxes.output(), TaxSum::output);
            case INPUT -> isWhole(boxes.input(), TaxSum::input);
            case TOTAL, WITHHELD, PART -> true;
        };
    }
}
