package io.quittance.payment.job;

import io.quittance.engine.CrashPoint;
import io.quittance.ledger.store.Seals;
import io.quittance.payment.store.Handovers;
import io.quittance.payment.store.Handovers.How;
import io.quittance.payment.store.Handovers.Parcel;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.PaymentFiles.FileRow;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.Sha256;
import io.quittance.stage.Broken;
import io.quittance.stage.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Puts the files of a released run where the bank fetches them, each at most once. First it says in the database what it
 * will put there; then it moves one file after another, in one step each, and notes each. A file that was to be moved and
 * is at neither place any more may be at the bank: then people decide, and nothing is put there again by itself.
 */
@Component
public class HandOver {

    private static final String MANIFEST = "manifest.txt";

    private final Session session;
    private final PaymentFiles files;
    private final Staging staging;
    private final Handovers handovers;
    private final Seals seals;

    public HandOver(Session session, PaymentFiles files, Staging staging, Handovers handovers, Seals seals) {
        this.session = session;
        this.files = files;
        this.staging = staging;
        this.handovers = handovers;
        this.seals = seals;
    }

    /** One act, to be committed by itself; false when nothing is left to do. */
    boolean act(String workSet, RunContext context) {
        List<Parcel> parcels = handovers.of(context.terms().run());
        if (parcels.isEmpty()) {
            List<Parcel> planned = plan(workSet, context);
            handovers.intend(workSet, planned);
            return !planned.isEmpty();
        }
        List<Parcel> rest = parcels.stream().filter(parcel -> !parcel.done()).toList();
        // All that is left is proven before the next leaves: a changed or vanished file stops them together.
        rest.forEach(this::require);
        if (!rest.isEmpty()) {
            deliver(rest.getFirst());
        }
        return !rest.isEmpty();
    }

    /** Those of a run that are at neither place, though they were to be moved: people decide about each by its path. */
    List<Parcel> missing(String run) {
        return handovers.of(run).stream()
                .filter(parcel -> !parcel.done())
                .filter(parcel -> !Files.exists(staged(parcel)) && !Files.exists(target(parcel)))
                .toList();
    }

    /** Stages a parcel anew: a person said that the bank never had it. */
    void stageAgain(RunContext context, Parcel missing) {
        String workSet = handovers.workSet(missing.run());
        files.files(missing.run()).stream()
                .filter(file -> file.name().equals(missing.name()))
                .findFirst()
                .ifPresentOrElse(
                        file -> staging.stage(context, file),
                        () -> stageManifest(workSet, missing.run(), missing.folder(), rows(context, missing.folder())));
    }

    /** Where a file lies for the bank. */
    Path target(Parcel parcel) {
        return session.workspace().home().resolve(parcel.path());
    }

    /** Every file is rendered and compared once more, before the first of them leaves. */
    private List<Parcel> plan(String workSet, RunContext context) {
        String run = context.terms().run();
        List<FileRow> rows = files.files(run);
        rows.forEach(file -> staging.stage(context, file));
        Map<String, List<FileRow>> byFolder = new LinkedHashMap<>();
        rows.forEach(file -> byFolder.computeIfAbsent(folder(context, file), folder -> new ArrayList<>())
                .add(file));
        List<Parcel> parcels = new ArrayList<>();
        byFolder.forEach((folder, inside) -> {
            inside.forEach(file ->
                    parcels.add(new Parcel(run, parcels.size() + 1, folder, file.name(), file.sha256(), false)));
            String sha256 = stageManifest(workSet, run, folder, inside);
            parcels.add(new Parcel(run, parcels.size() + 1, folder, MANIFEST, sha256, false));
        });
        return parcels;
    }

    private void deliver(Parcel parcel) {
        boolean isStaged = Files.exists(staged(parcel));
        if (isStaged) {
            Publication.move(staged(parcel), target(parcel));
        }
        handovers.done(parcel, isStaged ? How.MOVED : How.FOUND);
        CrashPoint.FILE_HANDED_OVER.hit();
    }

    /** At one of the two places, and as it was proven. */
    private void require(Parcel parcel) {
        if (Files.exists(staged(parcel))) {
            requireSame(staged(parcel), parcel);
        } else if (Files.exists(target(parcel))) {
            requireSame(target(parcel), parcel);
        } else {
            throw new Broken(
                    parcel.path() + " of " + parcel.run()
                            + " was to be put there when the program stopped, and is gone: the bank may have it.",
                    "Ask the bank; then quittance run release " + parcel.run() + " --missing " + parcel.path()
                            + "=delivered, or =lost to put it there again.");
        }
    }

    private static void requireSame(Path file, Parcel parcel) {
        String sha256 = Sha256.of(file);
        if (!sha256.equals(parcel.sha256())) {
            throw new Broken(
                    file + " is not the file that was proven: " + sha256 + " instead of " + parcel.sha256() + ".",
                    "Find out who changed it. Once it is removed, release asks what became of it.");
        }
    }

    private Path staged(Parcel parcel) {
        boolean manifest = parcel.name().equals(MANIFEST);
        return staging.place(parcel.run(), manifest ? stagedManifest(parcel.folder()) : parcel.name());
    }

    /** One for each folder that a run puts files into. */
    private static String stagedManifest(String folder) {
        return folder.replace('/', '-') + "-" + MANIFEST;
    }

    /** @return its hash */
    private String stageManifest(String workSet, String run, String folder, List<FileRow> inside) {
        byte[] text = manifest(workSet, run, inside).getBytes(StandardCharsets.UTF_8);
        return Publication.publish(staging.place(run, stagedManifest(folder)), out -> out.write(text))
                .sha256();
    }

    /** In the form of sha256sum, so that anybody can check it; the ledger's head dates it in the sealed chain. */
    private String manifest(String workSet, String run, List<FileRow> inside) {
        var text = new StringBuilder("# run " + run + "\n");
        seals.headOf(workSet).ifPresent(head -> text.append("# ledger " + head.number() + " " + head.hex() + "\n"));
        inside.forEach(file -> text.append(file.sha256() + "  " + file.name() + "\n"));
        return text.toString();
    }

    private List<FileRow> rows(RunContext context, String folder) {
        return files.files(context.terms().run()).stream()
                .filter(file -> folder(context, file).equals(folder))
                .toList();
    }

    private static String folder(RunContext context, FileRow file) {
        return context.bankOf(file.debitAccount()).folder() + "/" + file.run();
    }
}
