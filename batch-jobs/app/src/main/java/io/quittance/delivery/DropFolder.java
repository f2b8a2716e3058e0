package io.quittance.delivery;

import io.quittance.delivery.Claims.Outcome;
import io.quittance.delivery.Claims.Wanted;
import io.quittance.delivery.NotTaken.Reason;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.platform.configuration.IntakeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Takes what has settled out of the drop folder for invoices, and waits a moment for what has not: whoever drops a file and starts a
 * command at once finds it taken in. What is left after that is told.
 */
@Component
public class DropFolder {

    /** The folder itself and folders in it. */
    private static final int DEPTH = 2;

    private final Claims claims;
    private final Clock clock;
    private final Pause pause;
    private final FolderWalk walk;

    @Autowired
    public DropFolder(Claims claims) {
        this(claims, Clock.systemUTC(), Pause.SLEEP);
    }

    DropFolder(Claims claims, Clock clock, Pause pause) {
        this(claims, clock, pause, new FolderWalk(DEPTH));
    }

    DropFolder(Claims claims, Clock clock, Pause pause, FolderWalk walk) {
        this.claims = claims;
        this.clock = clock;
        this.pause = pause;
        this.walk = walk;
    }

    /**
     * Claims what may be taken, as many as may go together in one short transaction; call it outside any other.
     *
     * @param profiles whether a folder in the drop folder is called like a profile of columns; what lies in others waits
     * @return what was left in the folder
     */
    public List<NotTaken> sweep(Path inbox, IntakeSettings settings, Predicate<String> profiles) {
        claims.finish(Kind.INVOICES, inbox);
        List<NotTaken> fromServer = settings.sftp() == null
                ? List.of()
                : new SftpFetch(claims, settings, settings.sftp(), clock, pause).fetch(inbox);
        var left = new ArrayList<>(fromServer);
        if (!isEmpty(inbox)) {
            left.addAll(sweepFolder(inbox, new SettledFiles(inbox, settings, clock, profiles), settings));
        }
        return left;
    }

    private List<NotTaken> sweepFolder(Path inbox, SettledFiles settled, IntakeSettings settings) {
        var changed = new ArrayList<NotTaken>();
        var wanted = new ArrayList<Path>();
        ClaimFlow.Claimant claimant = file -> {
            wanted.add(file);
            if (wanted.size() == Claims.TOGETHER) {
                claim(inbox, wanted, changed);
            }
        };
        try (ClaimFlow flow = ClaimFlow.on(inbox, walk, settled, claimant)) {
            flow.drain();
            claim(inbox, wanted, changed);
            // Counted from the first look, and one more look at least: on a slow machine the first may take longer than
            // all waiting.
            Instant until = settled.until();
            for (int looks = 1;
                    settled.isAnyUnsettled() && (looks == 1 || clock.instant().isBefore(until));
                    looks++) {
                pause.pass(atLeastATick(settings.settling().apart()));
                flow.drain();
                claim(inbox, wanted, changed);
            }
        }
        changed.addAll(settled.left());
        return changed;
    }

    private void claim(Path inbox, List<Path> wanted, List<NotTaken> changed) {
        if (wanted.isEmpty()) {
            return;
        }
        claims.claim(wanted.stream()
                        .map(file -> new Wanted(Kind.INVOICES, inbox, file, null))
                        .toList())
                .forEach((file, outcome) -> {
                    if (outcome == Outcome.CHANGED && Files.exists(file)) {
                        changed.add(new NotTaken(DropNames.within(inbox, file), Reason.CHANGED));
                    }
                });
        wanted.clear();
    }

    private static Duration atLeastATick(Duration apart) {
        return apart.isZero() ? Duration.ofMillis(1) : apart;
    }

    private static boolean isEmpty(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(inbox)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
