package io.quittance.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Values as they are typed. What is none is told with what would be one. */
final class Typed {

    private Typed() {}

    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            throw new TypeConversionException("'" + typed + "' is no day; write YYYY-MM-DD, such as 2026-11-20");
        }
    }

    static Integer wholeNumber(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException none) {
            throw new TypeConversionException("'" + typed + "' is no whole number");
        }
    }
}
