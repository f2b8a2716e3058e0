package io.quittance.payment.job;

import io.quittance.check.Invariant;
import io.quittance.payment.store.Handovers;
import io.quittance.payment.store.Handovers.Parcel;
import io.quittance.platform.workspace.Sha256;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What lies in the folders from which banks fetch: nothing but what was handed over, as it was. What was fetched is gone. */
@Component
public class OutboxInvariant implements Invariant {

    private final Session session;
    private final FrozenConfiguration configuration;
    private final Handovers handovers;
    private final HandOver outbox;

    public OutboxInvariant(Session session, FrozenConfiguration configuration, Handovers handovers, HandOver outbox) {
        this.session = session;
        this.configuration = configuration;
        this.handovers = handovers;
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return "I-06";
    }

    @Override
    public String title() {
        return "What lies in the outbox is what was released: file, hash, manifest; and nothing else lies there";
    }

    @Override
    public List<String> violations() {
        Map<Path, Parcel> parcels = new HashMap<>();
        handovers.all().forEach(parcel -> parcels.put(outbox.target(parcel), parcel));
        List<String> violations = new ArrayList<>();
        for (Path file : files()) {
            Parcel parcel = parcels.get(file);
            String name = String.valueOf(session.workspace().home().relativize(file));
            if (parcel == null) {
                violations.add(name + " was not put there by a release");
            } else if (!Sha256.of(file).equals(parcel.sha256())) {
                violations.add(name + " is not the file that was released, " + parcel.sha256());
            }
        }
        return violations;
    }

    /** Of every bank that the configuration knows, and of every run that there was. */
    private List<Path> files() {
        var folders = new TreeSet<Path>();
        configuration
                .inForce()
                .banks()
                .values()
                .forEach(bank -> folders.add(session.workspace().home().resolve(bank.folder())));
        handovers.all().forEach(parcel -> folders.add(outbox.target(parcel).resolveSibling("")));
        var files = new TreeSet<Path>();
        folders.stream().filter(Files::isDirectory).forEach(folder -> files.addAll(inside(folder)));
        return List.copyOf(files);
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
