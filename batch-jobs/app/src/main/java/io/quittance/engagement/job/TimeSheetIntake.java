package io.quittance.engagement.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.engagement.TimeSheet;
import io.quittance.engagement.TimeSheetBook;
import io.quittance.engagement.TimeSheetBook.Entry;
import io.quittance.engagement.sheet.TimeSheetFile;
import io.quittance.engagement.store.TimeSheetRows;
import io.quittance.engagement.store.TimeSheetRows.Delivered;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.finding.store.FindingRows;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.QuarantineFolder;
import io.quittance.stage.QuarantineFolder.Extent;
import io.quittance.stage.QuarantineFolder.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes in one file of time sheets: every row that fits, and the reasons why others do not. */
@Component
public class TimeSheetIntake {

    /** A file with more faults is not one that somebody corrects by hand. */
    private static final int TOLD = 1_000;

    private final TimeSheetRows rows;
    private final FrozenContexts contexts;
    private final FindingRows findings;
    private final Deliveries deliveries;
    private final QuarantineFolder folder;

    public TimeSheetIntake(
            TimeSheetRows rows,
            FrozenContexts contexts,
            FindingRows findings,
            Deliveries deliveries,
            QuarantineFolder folder) {
        this.rows = rows;
        this.contexts = contexts;
        this.findings = findings;
        this.deliveries = deliveries;
        this.folder = folder;
    }

    /** Records what is new in a file on behalf of a work set, in the transaction that is under way. */
    void take(String workSet, DeliveredFile file) {
        if (isTaken(workSet, file)) {
            return;
        }
        TimeSheetFile.Reading reading = read(file);
        List<Finding> found = new ArrayList<>(reading.faults());
        List<TimeSheet> fresh = new ArrayList<>();
        TimeSheetBook book = book(workSet, reading.sheets());
        for (TimeSheet sheet : reading.sheets()) {
            Entry entry = book.take(sheet);
            found.addAll(entry.findings().all());
            if (entry.isNew()) {
                fresh.add(sheet);
            }
        }
        rows.record(file.sha256(), fresh);
        boolean refused = found.stream().anyMatch(one -> one.severity() == Severity.REJECT);
        UUID subject = Uuid5.of("time-sheet-file:" + file.sha256());
        int attempt = rows.attempts(file.sha256());
        rows.record(workSet, new Delivered(file.sha256(), attempt, subject, fresh.size(), refused));
        findings.write(workSet, List.of(new FindingRows.Reasons(subject, attempt, told(file, found))));
    }

    /** A step that dies after its commit is done once more: what it recorded then stands, and is not read against itself. */
    private boolean isTaken(String workSet, DeliveredFile file) {
        return rows.readBy(workSet).stream().anyMatch(one -> one.file().equals(file.sha256()));
    }

    private TimeSheetBook book(String workSet, List<TimeSheet> sheets) {
        Set<String> contracts = sheets.stream().map(TimeSheet::contract).collect(Collectors.toSet());
        var context = contexts.of(workSet);
        return new TimeSheetBook(
                context.register(), context.businessDate(), rows.of(contracts), rows.billed(contracts));
    }

    private static Findings told(DeliveredFile file, List<Finding> found) {
        if (found.size() <= TOLD) {
            return new Findings(found);
        }
        String rest = (found.size() - TOLD) + " more faults are not listed";
        return new Findings(found.subList(0, TOLD))
                .and(Finding.of(FindingCode.TIME_SHEET_INVALID, Place.of(file.name()), null, null, rest));
    }

    /** Puts the files of a work set of which something was refused aside, with the reasons beside them. */
    void quarantine(String workSet) {
        for (Delivered one : rows.readBy(workSet)) {
            if (one.refused()) {
                DeliveredFile file = deliveries.archivedFile(Kind.TIMESHEETS, one.file());
                List<Refused> refused = List.of(new Refused(0, one.subject(), one.attempt(), null, 0));
                folder.whole(workSet, file);
                folder.reasons(workSet, one.file(), refused);
                folder.explanation(workSet, file, Extent.timeSheets(one.recorded()), refused);
            }
        }
    }

    private static TimeSheetFile.Reading read(DeliveredFile file) {
        try (InputStream in = file.open()) {
            return TimeSheetFile.read(in, file.name());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
