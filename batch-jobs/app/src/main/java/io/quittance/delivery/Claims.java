package io.quittance.delivery;

import io.quittance.delivery.Deliveries.Kept;
import io.quittance.delivery.store.ClaimRows;
import io.quittance.delivery.store.ClaimRows.Claim;
import io.quittance.delivery.store.ClaimRows.Claimed;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.engine.CrashPoint;
import io.quittance.platform.workspace.Publication;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes files out of a drop folder, each once: into the archive, then its row in a short transaction of its own, then out of the folder.
 * A process that dies between any two of them loses nothing, and {@link #finish} of the next one ends where it would have ended. Two who
 * claim the same file at once cannot both get it, since the row is unique as long as the file lies there.
 */
@Component
public class Claims {

    private final Deliveries deliveries;
    private final ClaimRows rows;
    private final TransactionOperations transactions;

    public Claims(Deliveries deliveries, ClaimRows rows, TransactionOperations transactions) {
        this.deliveries = deliveries;
        this.rows = rows;
        this.transactions = transactions;
    }

    /** What came of wanting a file. */
    enum Outcome {
        /** It is ours: in the archive, on record, out of the folder. */
        CLAIMED,
        /** Somebody else was first. */
        CLAIMED_BEFORE,
        /** It is gone, or somebody is still at work on it: for the next time. */
        CHANGED
    }

    /** What is wanted. @param origin the file of a server that it is, in one text; null when somebody dropped it */
    record Wanted(
            Kind kind, Path inbox, Path file, @Nullable String origin) {}

    Outcome claim(Wanted wanted) {
        Optional<Seen> seen = Seen.of(wanted.file());
        Optional<Kept> kept = seen.flatMap(there -> deliveries.keep(wanted.inbox(), wanted.file()));
        if (kept.isEmpty()) {
            return Outcome.CHANGED;
        }
        CrashPoint.CLAIM_ARCHIVED.hit();
        Recorded recorded = Objects.requireNonNull(transactions.execute(status -> {
            Recorded row = record(wanted, seen.get(), kept.get());
            if (row.outcome() == Outcome.CHANGED) {
                status.setRollbackOnly();
            }
            return row;
        }));
        if (recorded.outcome() == Outcome.CLAIMED) {
            CrashPoint.CLAIM_RECORDED.hit();
            clear(recorded.claim(), wanted.file(), seen.get());
        }
        return recorded.outcome();
    }

    private record Recorded(Outcome outcome, long claim) {}

    /** The row waits for another's, if there is one. After that the file must still lie there, or he has taken it meanwhile. */
    private Recorded record(Wanted wanted, Seen seen, Kept kept) {
        OptionalLong claim =
                rows.insert(new Claimed(wanted.kind(), kept.name(), kept.sha256(), kept.bytes(), wanted.origin()));
        if (claim.isEmpty()) {
            return new Recorded(Outcome.CLAIMED_BEFORE, 0);
        }
        boolean same = Seen.of(wanted.file()).filter(seen::equals).isPresent();
        return new Recorded(same ? Outcome.CLAIMED : Outcome.CHANGED, claim.getAsLong());
    }

    /** A file that was replaced since it was archived is another one, and stays. Its marker then is the other's, too. */
    private void clear(long claim, Path file, Seen seen) {
        if (Seen.of(file).filter(seen::equals).isPresent()) {
            remove(file);
        }
        CrashPoint.CLAIM_REMOVED.hit();
        rows.cleared(claim);
    }

    private static void remove(Path file) {
        Publication.delete(file);
        removeMarker(file);
    }

    private static void removeMarker(Path file) {
        Path marker = DropNames.markerOf(file);
        if (Seen.of(marker).isPresent()) {
            Publication.delete(marker);
        }
    }

    /** Takes out of the folder what a process that died had claimed. */
    void finish(Kind kind, Path inbox) {
        for (Claim claim : rows.uncleared(kind)) {
            Path file = inbox.resolve(claim.name());
            if (isContent(file, claim.sha256())) {
                remove(file);
            } else if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                removeMarker(file);
            }
            rows.cleared(claim.id());
        }
    }

    /** Whether there is a regular file with this content. */
    boolean isContent(Path file, String sha256) {
        return Seen.of(file).isPresent() && deliveries.is(file, sha256);
    }

    /** Whether the file of a server is on record. */
    boolean has(String origin) {
        return rows.has(origin);
    }
}
