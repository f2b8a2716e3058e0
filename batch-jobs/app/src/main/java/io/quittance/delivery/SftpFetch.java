package io.quittance.delivery;

import io.quittance.delivery.Claims.Wanted;
import io.quittance.delivery.NotTaken.Reason;
import io.quittance.delivery.SftpFolder.Remote;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.platform.configuration.IntakeSettings;
import io.quittance.platform.configuration.IntakeSettings.SftpServer;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.PublishedFile;
import io.quittance.platform.workspace.StorageError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what has settled on a server into the drop folder, under a temporary name first, and claims it there. A file is removed from the
 * server only when it is in the archive and on record. After a crash the same file is not fetched twice: its claim knows where it came
 * from.
 */
final class SftpFetch {

    private static final Logger LOG = LoggerFactory.getLogger(SftpFetch.class);

    /** A hidden folder of the drop folder: in its file system, and not looked at. */
    private static final String FETCHING = ".fetching";

    private final Claims claims;
    private final IntakeSettings settings;
    private final SftpServer server;
    private final Clock clock;
    private final Pause pause;
    private final Looks looks;
    private final Map<String, NotTaken> left = new TreeMap<>();

    SftpFetch(Claims claims, IntakeSettings settings, SftpServer server, Clock clock, Pause pause) {
        this.claims = claims;
        this.settings = settings;
        this.server = server;
        this.clock = clock;
        this.pause = pause;
        this.looks = new Looks(settings.settling(), clock);
    }

    /** Fetches. A server that is away, or shows another key, keeps nobody from the files that lie here already; it is told. */
    List<NotTaken> fetch(Path inbox) {
        try (SftpFolder folder = SftpFolder.open(server)) {
            look(folder, inbox);
            Instant until = looks.until();
            for (int seen = 1; isAnyUnsettled() && (seen == 1 || clock.instant().isBefore(until)); seen++) {
                pause.pass(settings.settling().apart());
                look(folder, inbox);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} was not reached: {}", server.place(), String.valueOf(e.getMessage()));
            left.put("", new NotTaken(server.place() + ": " + reason(e), Reason.UNREACHED));
        }
        return List.copyOf(left.values());
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private boolean isAnyUnsettled() {
        return left.values().stream().anyMatch(one -> one.reason() == Reason.UNSETTLED);
    }

    private void look(SftpFolder folder, Path inbox) throws IOException {
        left.clear();
        List<Remote> all = folder.list();
        Set<String> names = all.stream().map(Remote::name).collect(Collectors.toSet());
        for (Remote file : all) {
            if (DropNames.isUnfinished(file.name()) || DropNames.isMarker(file.name())) {
                continue;
            }
            if (claims.has(origin(file))) {
                remove(folder, file, names);
            } else if (mayBeFetched(file, names)) {
                fetch(folder, file, inbox);
                if (claims.has(origin(file))) {
                    remove(folder, file, names);
                }
            }
        }
    }

    private boolean mayBeFetched(Remote file, Set<String> names) {
        Reason reason = obstacle(file, names);
        if (reason != null) {
            leave(file, reason);
        }
        return reason == null;
    }

    private @Nullable Reason obstacle(Remote file, Set<String> names) {
        if (!file.regular()) {
            return Reason.NOT_REGULAR;
        }
        if (!DropNames.isPlain(file.name())) {
            return Reason.STRANGE_NAME;
        }
        if (file.seen().bytes() > settings.largestBytes()) {
            return Reason.TOO_LARGE;
        }
        boolean settled = names.contains(file.name() + DropNames.MARKER) || looks.hasSettled(file.name(), file.seen());
        return settled ? null : Reason.UNSETTLED;
    }

    private void leave(Remote file, Reason reason) {
        left.put(file.name(), new NotTaken(server.place() + "/" + file.name(), reason));
    }

    /** Under its name only when it is whole; what a person writes in the drop folder under whatever name is not touched. */
    private void fetch(SftpFolder folder, Remote file, Path inbox) throws IOException {
        Path whole = inbox.resolve(FETCHING).resolve(file.name());
        Path target = inbox.resolve(file.name());
        Publication.delete(created(whole));
        try {
            PublishedFile fetched = Publication.publish(whole, out -> folder.read(file, out));
            if (claims.isContent(target, fetched.sha256()) || moved(whole, target)) {
                claims.claim(new Wanted(Kind.INVOICES, inbox, target, origin(file)));
            } else {
                leave(file, Reason.NAME_TAKEN);
            }
        } catch (SftpFolder.ChangedOnServer changed) {
            leave(file, Reason.CHANGED);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static Path created(Path whole) throws IOException {
        Files.createDirectories(whole.resolveSibling("").normalize());
        return whole;
    }

    private static boolean moved(Path whole, Path target) {
        try {
            Publication.move(whole, target);
            return true;
        } catch (StorageError failure) {
            if (failure.isOccupied()) {
                return false;
            }
            throw failure;
        }
    }

    /** The marker goes first: without its file it would be taken for the marker of the next one. */
    private void remove(SftpFolder folder, Remote file, Set<String> names) throws IOException {
        if (server.remove()) {
            if (names.contains(file.name() + DropNames.MARKER)) {
                folder.removeMarker(file.name() + DropNames.MARKER);
            }
            folder.remove(file);
        }
    }

    /** A file that changes on the server is another one. */
    private String origin(Remote file) {
        return "sftp://" + server.user() + "@" + server.place() + "/" + file.name() + " "
                + file.seen().bytes() + " " + file.seen().modified();
    }
}
