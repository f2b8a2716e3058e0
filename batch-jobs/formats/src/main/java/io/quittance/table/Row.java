package io.quittance.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One row of a {@link Table}. Each reading method names file, line and column when the cell is not what it must be. */
public final class Row {

    /** The position of an optional column that the table does not have. */
    static final int ABSENT = -1;

    private final CsvRecord cells;
    private final Place place;
    private final Map<String, Integer> positions;

    Row(CsvRecord cells, Place place, Map<String, Integer> positions) {
        this.cells = cells;
        this.place = place;
        this.positions = positions;
    }

    /** Where the row is. */
    public Place place() {
        return place;
    }

    /** The cell, which must not be blank. */
    public String text(String column) {
        String text = optional(column);
        if (text == null) {
            throw wrong(column, "the cell is blank");
        }
        return text;
    }

    /** The cell, null when blank. */
    public @Nullable String optional(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("No column " + column + " was asked for");
        }
        String text = position == ABSENT ? "" : cells.getField(position);
        return text.isBlank() ? null : text;
    }

    /** The words of the cell, separated by blanks; none when it is blank. */
    public List<String> words(String column) {
        String text = optional(column);
        return text == null ? List.of() : List.of(text.strip().split("\\s+"));
    }

    public LocalDate date(String column) {
        return parse(column, text(column));
    }

    /** The date, null when blank. */
    public @Nullable LocalDate optionalDate(String column) {
        String text = optional(column);
        return text == null ? null : parse(column, text);
    }

    /** A plain decimal, see {@link Cells#decimal}. */
    public BigDecimal decimal(String column) {
        return Cells.decimal(text(column), place.at(column));
    }

    public int wholeNumber(String column) {
        String text = text(column);
        if (!text.matches("\\d{1,9}")) {
            throw wrong(column, "\"%s\" is no whole number".formatted(text));
        }
        return Integer.parseInt(text);
    }

    /** A currency that is in the register of currencies. */
    public CurrencyUnit currency(String column) {
        return Cells.currency(text(column), place.at(column));
    }

    /** One of the names of an enumeration, in capitals or small letters. */
    public <E extends Enum<E>> E oneOf(Class<E> names, String column) {
        return named(names, text(column), column);
    }

    private <E extends Enum<E>> E named(Class<E> names, String text, String column) {
        return Arrays.stream(names.getEnumConstants())
                .filter(name -> name.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        column, "\"%s\" is none of %s".formatted(text, Arrays.toString(names.getEnumConstants()))));
    }

    /** Names of an enumeration, separated by blanks; {@code *} stands for all of them. */
    public <E extends Enum<E>> Set<E> someOf(Class<E> names, String column) {
        String text = text(column);
        if (text.equals("*")) {
            return Set.copyOf(EnumSet.allOf(names));
        }
        var chosen = EnumSet.noneOf(names);
        words(column).forEach(word -> chosen.add(named(names, word, column)));
        return Set.copyOf(chosen);
    }

    /** An error about a cell of this row. */
    public TableError wrong(String column, String reason) {
        return new TableError(place.at(column), reason);
    }

    private LocalDate parse(String column, String text) {
        return Cells.isoDate(text, place.at(column));
    }
}
