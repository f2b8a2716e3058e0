package io.quittance.party.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.finding.store.FindingRows;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.register.RegistryAnswerFile;
import io.quittance.party.register.RegistryAnswerFile.Stated;
import io.quittance.party.store.RegistryRows;
import io.quittance.party.store.RegistryRows.Delivered;
import io.quittance.party.store.RegistryRows.Origin;
import io.quittance.stage.Audit;
import io.quittance.stage.QuarantineFolder;
import io.quittance.stage.QuarantineFolder.Extent;
import io.quittance.stage.QuarantineFolder.Refused;
import io.quittance.stage.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes in one file of answers of tax registers: every answer that is sound and new, and the reasons why others are not. */
@Component
public class RegistryIntake {

    /** A file with more faults is not one that somebody corrects by hand. */
    private static final int TOLD = 1_000;

    private final RegistryRows rows;
    private final FindingRows findings;
    private final Deliveries deliveries;
    private final QuarantineFolder folder;
    private final Audit audit;
    private final Session session;

    public RegistryIntake(
            RegistryRows rows,
            FindingRows findings,
            Deliveries deliveries,
            QuarantineFolder folder,
            Audit audit,
            Session session) {
        this.rows = rows;
        this.findings = findings;
        this.deliveries = deliveries;
        this.folder = folder;
        this.audit = audit;
        this.session = session;
    }

    /** Records what is new in a file on behalf of a work set, in the transaction that is under way. */
    void take(String workSet, DeliveredFile file) {
        if (rows.readBy(workSet).stream().anyMatch(one -> one.file().equals(file.sha256()))) {
            return; // the step died after its commit and is done once more
        }
        RegistryAnswerFile.Reading reading = read(file);
        List<Finding> found = new ArrayList<>(reading.faults());
        int recorded = record(file, reading.answers(), found);
        boolean refused = found.stream().anyMatch(one -> one.severity() == Severity.REJECT);
        UUID subject = Uuid5.of("registry-file:" + file.sha256());
        int attempt = rows.attempts(file.sha256());
        rows.record(workSet, new Delivered(file.sha256(), attempt, subject, recorded, refused));
        findings.write(workSet, List.of(new FindingRows.Reasons(subject, attempt, told(file, found))));
        audit.note("registry.import", file.sha256(), recorded + " answers, " + found.size() + " refused");
    }

    private int record(DeliveredFile file, List<Stated> answers, List<Finding> found) {
        Map<UUID, RegistryAnswer> known =
                rows.known(answers.stream().map(one -> one.answer().id()).toList());
        int recorded = 0;
        for (Stated stated : answers) {
            RegistryAnswer before = known.get(stated.answer().id());
            if (before == null) {
                rows.record(stated.answer(), new Origin(file.sha256(), stated.line(), false, session.user()));
                recorded++;
            } else if (!before.equals(stated.answer())) {
                found.add(contradicts(file, stated));
            }
        }
        return recorded;
    }

    private static Finding contradicts(DeliveredFile file, Stated stated) {
        RegistryAnswer answer = stated.answer();
        return Finding.of(
                FindingCode.REGISTRY_CONTRADICTS,
                Place.of(file.name(), stated.line()).at("asked_at"),
                null,
                null,
                "another answer of " + answer.source() + " about " + answer.number() + " at " + answer.askedAt()
                        + " is recorded; it stays");
    }

    private static Findings told(DeliveredFile file, List<Finding> found) {
        if (found.size() <= TOLD) {
            return new Findings(found);
        }
        String rest = (found.size() - TOLD) + " more faults are not listed";
        return new Findings(found.subList(0, TOLD))
                .and(Finding.of(FindingCode.REGISTRY_ROW_INVALID, Place.of(file.name()), null, null, rest));
    }

    /** Puts the files of a work set of which something was refused aside, with the reasons beside them. */
    void quarantine(String workSet) {
        for (Delivered one : rows.readBy(workSet)) {
            if (one.refused()) {
                DeliveredFile file = deliveries.archivedFile(Kind.REGISTRY, one.file());
                List<Refused> refused = List.of(new Refused(0, one.subject(), one.attempt(), null, 0));
                folder.whole(workSet, file);
                folder.reasons(workSet, one.file(), refused);
                folder.explanation(workSet, file, Extent.registry(one.recorded()), refused);
            }
        }
    }

    private static RegistryAnswerFile.Reading read(DeliveredFile file) {
        try (InputStream in = file.open()) {
            return RegistryAnswerFile.read(in, file.name());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
