package io.quittance.invoice.csv;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.profile.StatusColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first row of the file: which column stands where.
 *
 * @param row as it came
 * @param places index of each column that is there
 * @param findings about the header as a whole
 */
record CsvHeader(CsvRow row, Map<CsvColumn, Integer> places, Findings findings) {

    /** From how many columns of ours on a header is taken for ours, with faults. */
    private static final int OURS = 5;

    static CsvHeader of(String file, CsvRow row) {
        var places = new EnumMap<CsvColumn, Integer>(CsvColumn.class);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < row.size(); i++) {
            CsvColumn column = CsvColumn.ofHeading(row.field(i));
            Place place = Place.of(file, row.line()).at(FieldReader.shown(row.field(i)));
            if (column == null && StatusColumns.isOne(row.field(i))) {
                continue;
            }
            if (column == null) {
                findings.add(unknown(place, i + 1));
            } else if (places.putIfAbsent(column, i) != null) {
                findings.add(twice(place));
            }
        }
        Arrays.stream(CsvColumn.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .forEach(column -> findings.add(missing(Place.of(file, row.line()), column)));
        return new CsvHeader(row, places, new Findings(findings));
    }

    private static Finding unknown(Place place, int position) {
        String message = "column " + position + " '" + place.field() + "' is not one of ours; it was ignored";
        return Finding.of(FindingCode.COLUMN_UNKNOWN, place, place.field(), "a column of our header", message);
    }

    private static Finding twice(Place place) {
        String message = "the column " + place.field() + " stands twice in the header";
        return Finding.of(FindingCode.FILE_UNREADABLE, place, place.field(), "each column once", message);
    }

    private static Finding missing(Place place, CsvColumn column) {
        String message = "the column " + column.heading() + " is not in the header";
        return Finding.of(FindingCode.COLUMN_MISSING, place.at(column.heading()), null, column.heading(), message);
    }

    /** Whether this is meant to be our header at all. */
    boolean isOurs() {
        return places.size() >= OURS;
    }

    boolean isComplete() {
        return !findings.has(Severity.REJECT);
    }

    /** What stands in this column of a row; null when the file has no such column or the row is too short. */
    @Nullable
    String text(CsvColumn column, CsvRow dataRow) {
        Integer index = places.get(column);
        return index == null || index >= dataRow.size() ? null : dataRow.text(index);
    }

    /** Type, number, entity and contractor of a row, which make its document; null when the row is too short for them. */
    @Nullable
    List<String> key(CsvRow dataRow) {
        var key = new ArrayList<String>(CsvColumn.KEY.size());
        for (CsvColumn column : CsvColumn.KEY) {
            String text = text(column, dataRow);
            if (text == null) {
                return null;
            }
            key.add(text.strip());
        }
        return key;
    }
}
