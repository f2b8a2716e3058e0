package io.quittance.engagement.sheet;

import io.quittance.engagement.TimeSheet;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.FieldReader;
import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a CSV of time sheets and milestones: every sound row, and what is wrong with the others, each with its line. */
public final class TimeSheetFile {

    /** The columns, in any order. All of them must be there, no other may be. */
    public static final List<String> COLUMNS = List.of(
            "contract",
            "unit",
            "period_from",
            "period_to",
            "quantity",
            "milestone",
            "amount",
            "currency",
            "status",
            "approved_by",
            "approved_on",
            "revision");

    private static final int MESSAGE = 300;

    private TimeSheetFile() {}

    /**
     * What a file says.
     *
     * @param sheets in the order of the file
     * @param faults why rows, or the file, were not understood
     */
    public record Reading(List<TimeSheet> sheets, List<Finding> faults) {

        public Reading {
            sheets = List.copyOf(sheets);
            faults = List.copyOf(faults);
        }
    }

    /** Reads a file. @param file its name, as findings show it */
    public static Reading read(InputStream in, String file) throws IOException {
        var sheets = new ArrayList<TimeSheet>();
        var faults = new ArrayList<Finding>();
        try {
            for (Row row : Table.read(in, file, COLUMNS, fault -> faults.add(finding(fault, null)))
                    .rows()) {
                var reader = new TimeSheetRow(row);
                Optional<TimeSheet> sheet = reader.read();
                sheet.filter(unused -> reader.faults().isEmpty()).ifPresent(sheets::add);
                reader.faults().forEach(fault -> faults.add(finding(fault, row)));
            }
        } catch (TableError unreadable) {
            faults.add(finding(unreadable, null));
        }
        return new Reading(sheets, faults);
    }

    private static Finding finding(TableError fault, @Nullable Row row) {
        String field = fault.place().field();
        String read = row == null || field == null || field.equals("approved_by") ? null : row.optional(field);
        return Finding.of(
                FindingCode.TIME_SHEET_INVALID,
                fault.place(),
                read == null ? null : FieldReader.shown(read),
                null,
                visible(fault.reason()));
    }

    /** What somebody wrote never gets into a message whole, nor with characters that cannot be seen. */
    private static String visible(String reason) {
        String plain = reason.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "?");
        return plain.length() <= MESSAGE ? plain : plain.substring(0, MESSAGE) + "…";
    }
}
