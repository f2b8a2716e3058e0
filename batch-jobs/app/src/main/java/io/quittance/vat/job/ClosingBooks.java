package io.quittance.vat.job;

import io.quittance.ledger.Journal;
import io.quittance.ledger.store.Journals;
import io.quittance.ledger.store.Seals;
import io.quittance.stage.Audit;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.vat.store.ClosedReturns.Closed;
import io.quittance.vat.store.Taxpayer;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posts on behalf of the act that closes a return: its own work set, sealed and audited in the same transaction. */
@Component
class ClosingBooks {

    private static final String STAGE = "vat";

    private final WorkSets workSets;
    private final Journals journals;
    private final Seals seals;
    private final Audit audit;

    ClosingBooks(WorkSets workSets, Journals journals, Seals seals, Audit audit) {
        this.workSets = workSets;
        this.journals = journals;
        this.seals = seals;
        this.audit = audit;
    }

    /** Whether an assessment was begun and is not done: its restart must find the periods as they were. */
    boolean isAssessing() {
        return workSets.open("assess", "").isPresent();
    }

    WorkSet begin(Taxpayer of, LocalDate on, String configDigest) {
        return workSets.freeze(new WorkSets.Freezing(STAGE, of.entity(), on, configDigest), 1, of.reference());
    }

    void post(WorkSet set, Optional<Journal> journal) {
        journals.post(set.id(), journal.stream().toList());
        seals.seal(set.id(), set.businessDate());
    }

    void end(WorkSet set, Closed closed) {
        workSets.finish(set.id());
        audit.note(
                "vat.close",
                closed.of().reference(),
                "%d entries, rounding %s, digest %s".formatted(closed.entries(), closed.rounding(), closed.digest()));
    }
}
