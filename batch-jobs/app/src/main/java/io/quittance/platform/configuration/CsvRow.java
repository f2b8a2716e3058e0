package io.quittance.platform.configuration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/**
 * A row of a {@link CsvTable}. An empty field is no value.
 *
 * @param line where it begins, from 1
 */
public record CsvRow(Path file, int line, List<String> columns, List<String> fields) {

    public CsvRow {
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
    }

    /** Whether the table has this column, which it need not. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    public String text(String column) {
        return optionalText(column).orElseThrow(() -> wrong(column, "is empty."));
    }

    public Optional<String> optionalText(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("Not a column of " + file + ": " + column);
        }
        return Optional.of(fields.get(index).strip()).filter(text -> !text.isEmpty());
    }

    public LocalDate date(String column) {
        return parsed(column, "a date such as 2026-11-24", LocalDate::parse);
    }

    public Optional<LocalDate> optionalDate(String column) {
        return optional(column, this::date);
    }

    public CurrencyUnit currency(String column) {
        return parsed(column, "a currency such as EUR", CurrencyUnit::of);
    }

    public BigDecimal decimal(String column) {
        return parsed(column, "a decimal number such as 12.50", BigDecimal::new);
    }

    /** A whole number within bounds, both inclusive. */
    public int integer(String column, int least, int most) {
        int value = parsed(column, "a whole number", Integer::parseInt);
        if (value < least || value > most) {
            throw wrong(column, "is " + value + ", expected " + least + " to " + most + ".");
        }
        return value;
    }

    /** A constant, in upper case as in the code. */
    public <E extends Enum<E>> E choice(String column, Class<E> type) {
        String text = text(column);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        column,
                        "is '" + text + "', expected one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    /** Whatever the function makes of the text; it refuses by a RuntimeException. The text is shown in the error. */
    public <T> T parsed(String column, String expected, Function<String, T> parser) {
        String text = text(column);
        try {
            return parser.apply(text);
        } catch (ConfigurationError e) {
            throw e;
        } catch (RuntimeException e) {
            throw wrong(column, "is '" + text + "', expected " + expected + ".");
        }
    }

    /** As {@link #parsed}, for account numbers: the text is not shown, the function's reason is. */
    public <T> T discreet(String column, String expected, Function<String, T> parser) {
        String text = text(column);
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw wrong(column, "is not " + expected + reason + ".");
        }
    }

    /** Empty when the field is. */
    public <T> Optional<T> optional(String column, Function<String, T> reading) {
        return optionalText(column).map(text -> reading.apply(column));
    }

    /** An error about one field. */
    public ConfigurationError wrong(String column, String problem) {
        return ConfigurationError.at(file, line, column, problem);
    }
}
