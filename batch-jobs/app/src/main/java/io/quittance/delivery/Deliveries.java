package io.quittance.delivery;

import io.quittance.delivery.store.ClaimRows;
import io.quittance.delivery.store.ClaimRows.Claim;
import io.quittance.delivery.store.IntakeFiles;
import io.quittance.delivery.store.IntakeFiles.Frozen;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.PublishedFile;
import io.quittance.stage.Session;
import io.quittance.stage.StageOutcome.Figure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files from a drop folder into the archive: archive first, then the row, then the drop folder is cleared. A crash between
 * any two of them loses nothing and takes nothing in twice, since the content's SHA-256 is the identity.
 */
@Component
public class Deliveries {

    /** Of invoices the drop folder itself, and folders in it. */
    private static final int FOLDERS_DEEP = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** Of all threads of this process, by how a content's hash begins. */
    private static final List<Object> ARCHIVING =
            Stream.generate(Object::new).limit(256).toList();

    private final Session session;
    private final IntakeFiles files;

    public Deliveries(Session session, IntakeFiles files) {
        this.session = session;
        this.files = files;
    }

    /** Whether a drop folder holds anything to take in. */
    public boolean any(Path inbox) {
        return !waiting(inbox).isEmpty();
    }

    /** What of a drop folder may be read again although its content is known: it produced nothing before. */
    @FunctionalInterface
    public interface Barren {

        /** Those of the known contents that produced nothing. */
        Set<String> among(Set<String> known);
    }

    /** What lies in a drop folder, in figures. */
    public List<Figure> waitingIn(Path inbox) {
        int files = waiting(inbox).size();
        return files == 0 ? List.of() : List.of(Figure.of("files", files));
    }

    /** Archives what waits in a drop folder and freezes it into a work set, by name. Known content that produced nothing is read again. */
    public void freeze(String workSet, Kind kind, Path inbox, Barren barren) {
        var deliveries = new ArrayList<Frozen>();
        for (Path file : waiting(inbox)) {
            archive(inbox, file, deliveries.size() + 1).ifPresent(deliveries::add);
        }
        Set<String> known =
                files.known(kind, deliveries.stream().map(Frozen::sha256).toList());
        files.freeze(workSet, kind, deliveries, barren.among(known));
    }

    /** Freezes files of the archive into a work set too, after what was delivered. */
    public void takeUp(String workSet, Kind kind, List<String> hashes) {
        files.takeUp(workSet, kind, hashes);
    }

    /** The files that a work set reads, from the archive, under the names they were delivered by. */
    public List<DeliveredFile> archived(String workSet) {
        return files.filesOf(workSet).stream()
                .map(file -> new DeliveredFile(
                        file.name(), file.sha256(), file.bytes(), () -> Files.newInputStream(archived(file))))
                .toList();
    }

    /** One file from the archive, whichever work set took it in. */
    public DeliveredFile archivedFile(Kind kind, String sha256) {
        Frozen file = files.file(kind, sha256);
        return new DeliveredFile(file.name(), sha256, file.bytes(), () -> Files.newInputStream(archived(file)));
    }

    /** One file from the archive as this work set reads it, by the name that it was delivered by then. */
    public DeliveredFile archivedFile(String workSet, String sha256) {
        Frozen file = files.fileOf(workSet, sha256);
        return new DeliveredFile(file.name(), sha256, file.bytes(), () -> Files.newInputStream(archived(file)));
    }

    /** Removes from the drop folder what the work set took in. A file that was replaced meanwhile stays for the next time. */
    public void clear(String workSet, Path inbox) {
        for (Frozen delivery : files.deliveriesOf(workSet)) {
            Path file = inbox.resolve(delivery.name());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && is(file, delivery.sha256())) {
                Publication.delete(file);
            }
        }
    }

    /**
     * Gives every claimed file that no work set reads yet to this one, by name. Known content is read again only when it was
     * refused as a whole: its reason may have gone since, like the want of a profile of columns. Invoices may also lie in a folder of
     * the drop folder that is called like their profile of columns; its name stays a part of theirs.
     */
    public void freezeClaims(String workSet, Kind kind, ClaimRows claims) {
        List<Claim> waiting = claims.waiting(kind).stream()
                .sorted(Comparator.comparing(Claim::name).thenComparing(Claim::id))
                .toList();
        var deliveries = new ArrayList<Frozen>();
        for (Claim claim : waiting) {
            deliveries.add(new Frozen(deliveries.size() + 1, claim.name(), claim.sha256(), claim.bytes()));
        }
        Set<String> known =
                files.known(kind, deliveries.stream().map(Frozen::sha256).toList());
        files.freeze(workSet, kind, deliveries, files.refusedAsAWhole(known));
        claims.take(workSet, waiting);
    }

    /** Whether a file has this content. */
    boolean is(Path file, String sha256) {
        try {
            return hash(file).equals(sha256);
        } catch (ChangedMeanwhile gone) {
            return false;
        }
    }

    /**
     * A file that is in the archive.
     *
     * @param name in its drop folder
     */
    record Kept(String name, String sha256, long bytes) {}

    /** Puts a file into the archive; empty when it changed meanwhile. A content one at a time: two names may have it. */
    Optional<Kept> keep(Path inbox, Path file) {
        String name = DropNames.within(inbox, file);
        try {
            String sha256 = hash(file);
            synchronized (ARCHIVING.get(Integer.parseInt(sha256.substring(0, 2), 16))) {
                PublishedFile copy = Publication.publish(folder(sha256), out -> copy(file, sha256, out));
                return Optional.of(new Kept(name, sha256, copy.bytes()));
            }
        } catch (ChangedMeanwhile changed) {
            LOG.warn("{} changed while it was read; it is left for the next time", name);
            return Optional.empty();
        }
    }

    /** Somebody is still at work on the file: it stays for the next time, and those beside it are taken in. */
    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Optional<Frozen> archive(Path inbox, Path file, int position) {
        return keep(inbox, file).map(kept -> new Frozen(position, kept.name(), kept.sha256(), kept.bytes()));
    }

    /** Other bytes than those that were hashed never get a name in the archive. */
    private static void copy(Path file, String sha256, OutputStream out) throws IOException {
        try (var in = digested(file)) {
            in.transferTo(out);
            if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(sha256)) {
                throw new ChangedMeanwhile();
            }
        } catch (NoSuchFileException gone) {
            throw new ChangedMeanwhile();
        }
    }

    /** A link that took the file's place is not followed. */
    private static DigestInputStream digested(Path file) throws IOException {
        try {
            return new DigestInputStream(
                    Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private Path archived(Frozen file) {
        return folder(file.sha256());
    }

    private Path folder(String sha256) {
        return session.workspace().archive().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    String hash(Path file) {
        try (var in = digested(file)) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchFileException gone) {
            throw new ChangedMeanwhile();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.getFileName(), e);
        }
    }

    /** Regular files only, no links; not those that are still being written by their name. */
    private List<Path> waiting(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        int depth = inbox.equals(session.workspace().inboxInvoices()) ? FOLDERS_DEEP : 1;
        return new FolderWalk(depth)
                .entries(inbox, unlisted -> {}).stream()
                        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(file ->
                                isComplete(file) && isComplete(folderOf(file)) && !DropNames.isMarker(file.toString()))
                        .sorted(Comparator.comparing(file -> DropNames.within(inbox, file)))
                        .toList();
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a waiting file lies in a folder");
    }

    private static boolean isComplete(Path path) {
        return !DropNames.isUnfinished(String.valueOf(path.getFileName()));
    }
}
