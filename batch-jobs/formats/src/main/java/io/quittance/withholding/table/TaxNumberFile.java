package io.quittance.withholding.table;

import io.quittance.finding.Place;
import io.quittance.party.TaxNumber;
import io.quittance.party.TaxNumber.Kind;
import io.quittance.party.TaxNumbers;
import io.quittance.table.Row;
import io.quittance.table.TableError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code register/tax-numbers.csv}: numbers that reports of sellers ask for. Its faults name lines, never numbers. */
public final class TaxNumberFile {

    private static final String NAME = "register/tax-numbers.csv";
    private static final List<String> COLUMNS = List.of("party", "kind", "country", "number", "valid_from", "valid_to");

    private TaxNumberFile() {}

    /** The numbers of a configuration; none where it has no such file. @param config its folder */
    public static TaxNumbers read(Path config) throws IOException {
        try {
            return TaxNumbers.of(WithholdingFiles.rows(config.resolve(NAME), COLUMNS, TaxNumberFile::number));
        } catch (IllegalArgumentException twice) {
            throw new TableError(Place.of(NAME), String.valueOf(twice.getMessage()));
        }
    }

    private static TaxNumber number(Row row) {
        Kind kind = row.oneOf(Kind.class, "kind");
        return new TaxNumber(
                row.text("party"),
                kind,
                country(row, kind),
                kind == Kind.BIRTH ? birth(row) : row.text("number"),
                WithholdingFiles.validity(row, row.date("valid_from")));
    }

    private static @Nullable String country(Row row, Kind kind) {
        String country = row.optional("country");
        if ((country == null) != (kind == Kind.BIRTH)) {
            throw row.wrong("country", "a number has the country that issued it, a date of birth has none");
        }
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw row.wrong("country", "expected two capital letters (ISO 3166-1)");
        }
        return country;
    }

    /** The fault does not repeat the cell. */
    private static String birth(Row row) {
        try {
            return LocalDate.parse(row.text("number")).toString();
        } catch (DateTimeParseException e) {
            throw row.wrong("number", "a date of birth is written as YYYY-MM-DD");
        }
    }
}
