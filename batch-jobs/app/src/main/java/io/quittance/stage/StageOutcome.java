package io.quittance.stage;

import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a stage did, for people and for scripts.
 *
 * @param stage its verb
 * @param workSet the frozen work, empty when there was nothing to do
 * @param figures named counts and sums in the order in which they are shown
 */
public record StageOutcome(String stage, String workSet, List<Figure> figures) {

    /** How the name of a figure begins that tells of a failed tie. */
    public static final String FAILED = "FAILED";

    /** One named figure, already in the form in which it is printed. */
    public record Figure(String name, String value) {
        public static Figure of(String name, Object value) {
            return new Figure(name, String.valueOf(value));
        }

        /** So many documents or payments, and their sum: {@code 12 documents, EUR 1234.50}. */
        public static Figure counted(String name, long count, String currency, long minor) {
            Money sum = Money.ofMinor(CurrencyUnit.of(currency), minor);
            return new Figure(name, count + (minor == 0 ? "  " + currency : "  " + sum));
        }
    }

    /** Nothing to do: no row was written. */
    public static StageOutcome nothing(String stage) {
        return new StageOutcome(stage, "", List.of());
    }

    /** How the name of a figure begins that tells of a server that was not reached. */
    public static final String UNREACHED = "server not reached";

    /** The same with more figures. */
    public StageOutcome with(List<Figure> more) {
        return new StageOutcome(
                stage, workSet, Stream.concat(figures.stream(), more.stream()).toList());
    }

    /** Whether one of its figures says that a server was not reached. */
    public boolean isUnreached() {
        return figures.stream().anyMatch(figure -> figure.name().startsWith(UNREACHED));
    }

    /** Whether one of its figures says that a tie failed. */
    public boolean isBroken() {
        return figures.stream().anyMatch(figure -> figure.name().startsWith(FAILED));
    }

    public boolean didNothing() {
        return workSet.isEmpty();
    }
}
