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
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posts on behalf of the act that closes a return: its own work set, sealed and audited in the same transaction. */
@Component
class ClosingBooks {

    private static final String STAGE = "vat";
    /** Assessing, and what banks tell: a payment frees tax that waited for it. Releases are asked for by their runs. */
    private static final List<String> WRITING = List.of("assess", "bank");

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

    /** The stage that was begun and is not done, of those that write VAT entries: its restart must find the periods as they were. */
    Optional<String> halfDone() {
        return WRITING.stream()
                .filter(stage -> workSets.open(stage, "").isPresent())
                .findFirst();
    }

    WorkSet begin(Taxpayer of, LocalDate on, String configDigest) {
        return workSets.freeze(new WorkSets.Freezing(STAGE, of.entity(), on, configDigest), 1, of.reference());
    }

    void post(WorkSet set, Optional<Journal> journal) {
        journals.post(set.id(), journal.stream().toList());
        seals.seal(set.id(), set.businessDate());
    }

    /** @param byHand the tax that whoever closes it declares by hand */
    void end(WorkSet set, Closed closed, List<String> byHand) {
        workSets.finish(set.id());
        audit.note(
                "vat.close",
                closed.of().reference(),
                "%d entries, rounding %s, digest %s".formatted(closed.entries(), closed.rounding(), closed.digest())
                        + (byHand.isEmpty() ? "" : "; declared by hand: " + String.join("; ", byHand)));
    }
}
