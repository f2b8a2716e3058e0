package io.quittance.report;

import java.util.List;

/** A row of a sheet: one cell per column, in their order. */
public record Row(List<Cell> cells, Role role) {

    /** What a row is for, which decides how it looks. */
    public enum Role {
        /** The name of a page. */
        TITLE,
        /** The name of a part of a page. */
        HEADING,
        /** One line of the table. */
        LINE,
        /** A sum over lines. */
        TOTAL
    }

    public Row {
        cells = List.copyOf(cells);
    }

    /** A line of the table. */
    public static Row of(Cell... cells) {
        return new Row(List.of(cells), Role.LINE);
    }

    /** A row with another role. */
    public static Row of(Role role, Cell... cells) {
        return new Row(List.of(cells), role);
    }
}
