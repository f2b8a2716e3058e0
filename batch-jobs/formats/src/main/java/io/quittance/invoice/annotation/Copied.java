package io.quittance.invoice.annotation;

import io.quittance.finding.Finding;
import io.quittance.finding.Place;
import io.quittance.invoice.profile.Sheet;
import java.util.List;

/**
 * One row of a sheet in its copy: whoever corrects the copy looks for cells of the copy, and in it another document stands where
 * this one stood.
 *
 * @param line of the row in the sheet that came, from 1
 * @param copy the line of the row in the copy, from 1
 * @param columns of the sheet that the copy has, in its order
 */
record Copied(Sheet sheet, long line, long copy, List<Integer> columns) {

    /** The same finding, about the cell of the copy where it is about a cell. */
    Finding of(Finding finding) {
        Place place = finding.place();
        String field = place == null ? null : place.field();
        for (int at = 0; place != null && field != null && at < columns.size(); at++) {
            int column = columns.get(at);
            if (field.equals(sheet.field(line, column))) {
                String named = named(column, at);
                return new Finding(
                        finding.code(),
                        finding.severity(),
                        place.at(named),
                        finding.read(),
                        finding.expected(),
                        finding.message().replace(field, named),
                        finding.hint(),
                        finding.rule());
            }
        }
        return finding;
    }

    /** Its name begins with the cell where cells have names, and goes on with the heading. */
    private String named(int column, int at) {
        String heading = sheet.headings().get(column).strip();
        String field = sheet.field(line, column);
        if (field.equals(heading)) {
            return field;
        }
        String cell = sheet.field(copy, at);
        int end = cell.indexOf(' ');
        return ((end < 0 ? cell : cell.substring(0, end)) + " " + heading).strip();
    }
}
