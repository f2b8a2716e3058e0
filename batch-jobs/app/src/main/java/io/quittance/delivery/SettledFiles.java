package io.quittance.delivery;

import io.quittance.delivery.NotTaken.Reason;
import io.quittance.platform.configuration.IntakeSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.file.filters.FileListFilter;

/**
 * Of what lies in a drop folder only what may be taken: regular files, not too large, wholly there. Nothing is opened for that. What is
 * left is remembered with the reason.
 */
final class SettledFiles implements FileListFilter<File> {

    private final Path inbox;
    private final IntakeSettings settings;
    private final Predicate<String> profiles;
    private final Looks looks;
    private final Map<String, NotTaken> left = new TreeMap<>();
    private final List<Path> unlisted = new ArrayList<>();

    /** @param profiles whether a folder in the drop folder is called like a profile of columns */
    SettledFiles(Path inbox, IntakeSettings settings, Clock clock, Predicate<String> profiles) {
        this.inbox = inbox;
        this.profiles = profiles;
        this.settings = settings;
        this.looks = new Looks(settings.settling(), clock);
    }

    /** Another look begins. */
    void beginLook() {
        unlisted.clear();
    }

    /** A folder in the drop folder that may not be looked into. */
    void notListed(Path folder) {
        unlisted.add(folder);
    }

    /** Looks once. */
    @Override
    public List<File> filterFiles(File @Nullable [] files) {
        left.clear();
        var settled = new ArrayList<File>();
        for (File file : files == null ? new File[0] : files) {
            Path path = file.toPath();
            if (isOurs(path) && maySettle(path)) {
                settled.add(file);
            }
        }
        unlisted.stream().filter(this::isOurs).forEach(folder -> leave(folder, Reason.UNREADABLE));
        return settled;
    }

    /** Until when it is worth to look again. */
    Instant until() {
        return looks.until();
    }

    /** What the last look left, by name. */
    Collection<NotTaken> left() {
        return List.copyOf(left.values());
    }

    /** Whether waiting may help. */
    boolean isAnyUnsettled() {
        return left.values().stream().anyMatch(one -> one.reason() == Reason.UNSETTLED);
    }

    void leave(Path path, Reason reason) {
        String name = DropNames.within(inbox, path);
        left.put(name, new NotTaken(name, reason));
    }

    /** Not what programs are still writing, and nothing in folders that are no folders of ours. */
    private boolean isOurs(Path path) {
        Path within = inbox.relativize(path);
        for (Path part : within) {
            if (DropNames.isUnfinished(part.toString())) {
                return false;
            }
        }
        return within.getNameCount() == 1 || !isCalledLikeAFile(within.getName(0));
    }

    private boolean maySettle(Path path) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            leaveFolder(path);
            return false;
        }
        Optional<Seen> seen = Seen.of(path);
        if (seen.isEmpty()) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                leave(path, Reason.NOT_REGULAR);
            }
            return false;
        }
        if (!liesWhereProfilesDo(path)) {
            leave(path, Reason.NO_PROFILE);
            return false;
        }
        return DropNames.isMarker(path.toString()) ? leaveMarker(path) : maySettle(path, seen.get());
    }

    private boolean maySettle(Path path, Seen seen) {
        if (seen.bytes() > settings.largestBytes()) {
            leave(path, Reason.TOO_LARGE);
            return false;
        }
        if (!Files.isReadable(path)) {
            leave(path, Reason.UNREADABLE);
            return false;
        }
        boolean marked = Seen.of(DropNames.markerOf(path)).isPresent();
        boolean settled = marked || looks.hasSettled(path.toString(), seen);
        if (!settled) {
            leave(path, Reason.UNSETTLED);
        }
        return settled;
    }

    /** In the drop folder itself, or in a folder of it that says which profile is meant. */
    private boolean liesWhereProfilesDo(Path path) {
        Path within = inbox.relativize(path);
        return within.getNameCount() == 1 || profiles.test(within.getName(0).toString());
    }

    private boolean leaveMarker(Path marker) {
        String name = String.valueOf(marker.getFileName());
        Path file = marker.resolveSibling(name.substring(0, name.length() - DropNames.MARKER.length()));
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            leave(marker, Reason.MARKER_ALONE);
        }
        return false;
    }

    /** A folder in the drop folder is called like a profile of columns; it holds files and no folders. */
    private void leaveFolder(Path folder) {
        if (inbox.relativize(folder).getNameCount() > 1) {
            leave(folder, Reason.TOO_DEEP);
        } else if (isCalledLikeAFile(folder.getFileName())) {
            leave(folder, Reason.FOLDER);
        }
    }

    private static boolean isCalledLikeAFile(Path folder) {
        return folder.toString().indexOf('.') > 0;
    }
}
