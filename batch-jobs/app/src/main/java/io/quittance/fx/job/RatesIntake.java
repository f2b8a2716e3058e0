package io.quittance.fx.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.finding.store.FindingRows;
import io.quittance.fx.RateSheet;
import io.quittance.fx.publisher.RateFiles;
import io.quittance.fx.store.Rates;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.stage.QuarantineFolder;
import io.quittance.stage.QuarantineFolder.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes in one rate file: all of it, or nothing and the reason. What it is, its content says. */
@Component
public class RatesIntake {

    private final Rates rates;
    private final FindingRows findings;
    private final Deliveries deliveries;
    private final QuarantineFolder folder;

    public RatesIntake(Rates rates, FindingRows findings, Deliveries deliveries, QuarantineFolder folder) {
        this.rates = rates;
        this.findings = findings;
        this.deliveries = deliveries;
        this.folder = folder;
    }

    /** Records the rates of a file on behalf of a work set, in the transaction that is under way. */
    void take(String workSet, DeliveredFile file) {
        RateSheet sheet = read(file);
        Findings found = sheet.findings();
        boolean good = !found.has(Severity.REJECT);
        if (good) {
            Rates.Taken taken = rates.take(workSet, file.sha256(), sheet.rates());
            for (String contradiction : taken.contradictions()) {
                found = found.and(Finding.of(
                        FindingCode.RATE_FILE_INVALID,
                        Place.of(file.name()),
                        null,
                        null,
                        contradiction + "; the recorded one stays"));
            }
        }
        UUID subject = Uuid5.of("rate-file:" + file.sha256());
        int attempt = rates.attempts(file.sha256());
        rates.record(workSet, new Rates.Delivered(file.sha256(), attempt, subject, good));
        findings.write(workSet, List.of(new FindingRows.Reasons(subject, attempt, found)));
    }

    /** Puts the refused files of a work set aside, with the reasons beside them. */
    void quarantine(String workSet) {
        for (Rates.Delivered refused : rates.refusedBy(workSet)) {
            folder.whole(workSet, deliveries.archivedFile(Kind.RATES, refused.file()));
            folder.reasons(
                    workSet, refused.file(), List.of(new Refused(0, refused.subject(), refused.attempt(), null, 0)));
        }
    }

    private static RateSheet read(DeliveredFile file) {
        try (InputStream in = file.open()) {
            return RateFiles.read(in, file.name());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
