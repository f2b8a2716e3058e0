package io.quittance.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One cell of a sheet, typed: what it holds decides how it is written, aligned and summed. */
public sealed interface Cell {

    /** A cell that holds a value; also what a formula comes to. */
    sealed interface Value extends Cell {}

    /** Words and ids. Never read as a number, a date or a formula, whatever they look like. */
    record Text(String text) implements Value {}

    /** An amount; its currency stands in a column of its own and decides the decimals shown. */
    record Amount(Money money) implements Value {
        /** Digits that a spreadsheet's binary number carries exactly (IEEE 754 double). */
        private static final int EXACT_DIGITS = 15;

        /** Whether a spreadsheet can hold the amount exactly; one that it cannot is written as text and left out of sums. */
        public boolean isExactInSpreadsheet() {
            return money.getAmount().stripTrailingZeros().precision() <= EXACT_DIGITS;
        }
    }

    /** A calendar day. */
    record Day(LocalDate day) implements Value {}

    /** A rate, a factor or a percentage: shown with as many decimals as it has. */
    record Decimal(BigDecimal value) implements Value {}

    /** How many. */
    record Count(long count) implements Value {}

    /** True or false. */
    record Truth(boolean truth) implements Value {}

    /** Nothing. */
    record Blank() implements Value {}

    /**
     * A live formula and what we know it comes to.
     *
     * @param expression in English with commas, without the leading equals sign
     * @param cached computed by our own exact arithmetic, shown by viewers that do not calculate
     */
    record Formula(String expression, Value cached) implements Cell {}

    /** A jump to the top of another sheet. */
    record Link(String text, String sheet) implements Cell {}

    /** A cell that formulas call by a name of the whole workbook. */
    record Named(String name, Cell cell) implements Cell {}

    /** Words, or nothing. */
    static Value text(@Nullable String text) {
        return text == null || text.isEmpty() ? new Blank() : new Text(text);
    }

    /** An entity's id, or {@code (unknown)} where a document names none of ours: sums go by this column. */
    static Value entity(String entity) {
        return new Text(entityName(entity));
    }

    /** The words of such a cell. Figures of the database go by the same name, or a stranger's document would fail a tie. */
    static String entityName(String entity) {
        return entity.matches("[A-Z0-9][A-Z0-9-]*") ? entity : "(unknown)";
    }

    /** An amount, or nothing. */
    static Value amount(@Nullable Money money) {
        return money == null ? new Blank() : new Amount(money);
    }

    /** A day, or nothing. */
    static Value day(@Nullable LocalDate day) {
        return day == null ? new Blank() : new Day(day);
    }

    /** What the cell holds or comes to. */
    default Value content() {
        return switch (this) {
            case Value value -> value;
            case Formula formula -> formula.cached();
            case Link link -> new Text(link.text());
            case Named named -> named.cell().content();
        };
    }

    /** What the cell adds to a sum: zero for whatever is no number to a spreadsheet. */
    default BigDecimal number() {
        return switch (content()) {
            case Amount amount
            when amount.isExactInSpreadsheet() -> amount.money().getAmount();
            case Decimal decimal -> decimal.value();
            case Count count -> BigDecimal.valueOf(count.count());
            default -> BigDecimal.ZERO;
        };
    }

    /** What a criterion compares: the words of the cell, empty where it holds none. */
    default String words() {
        return content() instanceof Text text ? text.text() : "";
    }
}
