package io.quittance.delivery;

import io.quittance.delivery.Deliveries.Kept;
import io.quittance.delivery.store.ClaimRows;
import io.quittance.delivery.store.ClaimRows.Claim;
import io.quittance.delivery.store.ClaimRows.Claimed;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.engine.CrashPoint;
import io.quittance.engine.SideBySide;
import io.quittance.platform.workspace.Publication;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes files out of a drop folder, each once: into the archive, then its row in a short transaction, then out of the folder.
 * A process that dies between any two of them loses nothing, and {@link #finish} of the next one ends where it would have ended. Two who
 * claim the same file at once cannot both get it, since the row is unique as long as the file lies there.
 */
@Component
public class Claims {

    /** So many may be claimed together; more would only make the transaction longer that another may wait for. */
    static final int TOGETHER = 64;

    private static final int AT_ONCE = 8;

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
        return Objects.requireNonNull(claim(List.of(wanted)).get(wanted.file()));
    }

    /**
     * Claims several files together: a disk forces them in hardly more time than one, and one commit does for all. Each of them passes
     * through the same states as if it were claimed alone.
     *
     * @return what came of wanting each, by file
     */
    Map<Path, Outcome> claim(List<Wanted> wanted) {
        var outcomes = new LinkedHashMap<Path, Outcome>();
        wanted.forEach(one -> outcomes.put(one.file(), Outcome.CHANGED));
        List<Recorded> recorded = record(archive(wanted));
        recorded.forEach(one -> outcomes.put(one.file().path(), one.outcome()));
        clear(recorded.stream().filter(one -> one.outcome() == Outcome.CLAIMED).toList());
        return outcomes;
    }

    /** A file that is in the archive. @param seen how it looked before */
    private record Archived(Wanted wanted, Seen seen, Kept kept) {
        Path path() {
            return wanted.file();
        }
    }

    private record Recorded(Archived file, Outcome outcome, long claim) {}

    /** By name: two who claim the same files at once then wait for each other in one direction only. */
    private List<Archived> archive(List<Wanted> wanted) {
        return SideBySide.of(AT_ONCE, wanted, this::archived).stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(file -> file.kept().name()))
                .toList();
    }

    private Optional<Archived> archived(Wanted wanted) {
        Optional<Seen> seen = Seen.of(wanted.file());
        Optional<Kept> kept = seen.flatMap(there -> deliveries.keep(wanted.inbox(), wanted.file()));
        if (kept.isPresent()) {
            CrashPoint.CLAIM_ARCHIVED.hit();
        }
        return kept.map(copy -> new Archived(wanted, seen.get(), copy));
    }

    /** All of them in one transaction; or, when one has changed meanwhile, each in its own. */
    private List<Recorded> record(List<Archived> files) {
        return recordTogether(files)
                .orElseGet(() -> files.stream()
                        .map(file -> recordTogether(List.of(file))
                                .map(List::getFirst)
                                .orElseGet(() -> new Recorded(file, Outcome.CHANGED, 0)))
                        .toList());
    }

    /** Empty, with nothing on record, when one of them has changed. */
    private Optional<List<Recorded>> recordTogether(List<Archived> files) {
        return Objects.requireNonNull(transactions.execute(status -> {
            rows.archived(files.stream().map(file -> file.kept().sha256()).collect(Collectors.toSet()));
            List<Recorded> recorded = files.stream().map(this::record).toList();
            if (recorded.stream().anyMatch(one -> one.outcome() == Outcome.CHANGED)) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            return Optional.of(recorded);
        }));
    }

    /** The row waits for another's, if there is one. After that the file must still lie there, or he has taken it meanwhile. */
    private Recorded record(Archived file) {
        Wanted wanted = file.wanted();
        Kept kept = file.kept();
        OptionalLong claim =
                rows.insert(new Claimed(wanted.kind(), kept.name(), kept.sha256(), kept.bytes(), wanted.origin()));
        if (claim.isEmpty()) {
            return new Recorded(file, Outcome.CLAIMED_BEFORE, 0);
        }
        return new Recorded(file, isAsSeen(file) ? Outcome.CLAIMED : Outcome.CHANGED, claim.getAsLong());
    }

    private static boolean isAsSeen(Archived file) {
        return Seen.of(file.path()).filter(file.seen()::equals).isPresent();
    }

    /** A file that was replaced since it was archived is another one, and stays. Its marker then is the other's, too. */
    private void clear(List<Recorded> claimed) {
        if (claimed.isEmpty()) {
            return;
        }
        Map<Path, Archived> files = claimed.stream()
                .map(Recorded::file)
                .collect(Collectors.toMap(Archived::path, file -> file, (one, same) -> one, LinkedHashMap::new));
        Publication.delete(files.keySet(), path -> {
            CrashPoint.CLAIM_RECORDED.hit();
            return isAsSeen(Objects.requireNonNull(files.get(path)));
        });
        Publication.delete(
                files.keySet().stream()
                        .filter(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                        .map(DropNames::markerOf)
                        .toList(),
                marker -> Seen.of(marker).isPresent());
        claimed.forEach(one -> CrashPoint.CLAIM_REMOVED.hit());
        rows.cleared(claimed.stream().map(Recorded::claim).toList());
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
            rows.cleared(List.of(claim.id()));
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
