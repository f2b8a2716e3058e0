package io.quittance.invoice.profile;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import java.io.IOException;
import java.util.ArrayList;

/** The documents of a sheet whose columns were recognised. */
public final class ProfiledInvoices {

    private ProfiledInvoices() {}

    /** What was settled about a file before its first document is read. */
    record Settled(Sheet sheet, Layout layout, Habits habits, Survey survey) {}

    /**
     * The file with its documents. Every row is looked at once before the first document is handed out.
     *
     * @throws io.quittance.text.UnreadableException when it cannot be read to its end; the sheet is closed then
     */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits, Sheet sheet, Recognition recognition)
            throws IOException {
        try {
            var layout = new Layout(recognition);
            Survey survey = Survey.of(sheet, layout);
            var settled = new Settled(sheet, layout, survey.habits(), survey);
            Findings warnings = unknown(file, sheet, recognition).and(sheet.warnings());
            return new InvoiceFile.Readable(sheet.format(), warnings, new ProfiledReader(file, limits, settled));
        } catch (IOException | RuntimeException e) {
            sheet.close();
            throw e;
        }
    }

    /** The conventions that the file follows; the sheet stays open. */
    public static Habits habits(Sheet sheet, Recognition recognition) throws IOException {
        return Survey.of(sheet, new Layout(recognition)).habits();
    }

    private static Findings unknown(DeliveredFile file, Sheet sheet, Recognition recognition) {
        var findings = new ArrayList<Finding>();
        for (String heading : recognition.unknown()) {
            String shown = heading.isBlank()
                    ? "a column without a heading"
                    : "the column '" + FieldReader.shown(heading) + "'";
            String message = shown + " means nothing in the profile "
                    + recognition.profile().name() + "; it was ignored";
            Place place = Place.of(file.name(), sheet.headerLine()).at(FieldReader.shown(heading));
            findings.add(Finding.of(
                    FindingCode.COLUMN_UNKNOWN, place, FieldReader.shown(heading), "a column of the profile", message));
        }
        return new Findings(findings);
    }
}
