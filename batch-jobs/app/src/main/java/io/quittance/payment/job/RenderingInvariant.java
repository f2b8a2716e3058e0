package io.quittance.payment.job;

import io.quittance.check.Invariant;
import io.quittance.payment.pain001.BrokenRuleException;
import io.quittance.payment.store.Handovers;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.PaymentFiles.FileRow;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rows of a run still say what people signed: digest, bytes of every file, and what was handed over. */
@Component
public class RenderingInvariant implements Invariant {

    private final Runs runs;
    private final RunContexts contexts;
    private final RunDigests digests;
    private final PaymentFiles files;
    private final FileRendering rendering;
    private final Handovers handovers;

    public RenderingInvariant(
            Runs runs,
            RunContexts contexts,
            RunDigests digests,
            PaymentFiles files,
            FileRendering rendering,
            Handovers handovers) {
        this.runs = runs;
        this.contexts = contexts;
        this.digests = digests;
        this.files = files;
        this.rendering = rendering;
        this.handovers = handovers;
    }

    @Override
    public String id() {
        return "I-07";
    }

    @Override
    public String title() {
        return "A run is still what was proposed and signed: its digest, its files rendered again, the files handed over";
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Run run : runs.all()) {
            if (!run.isBeingProposed() && run.digest() != null) {
                violations.addAll(violations(run));
            }
        }
        return violations;
    }

    private List<String> violations(Run run) {
        List<String> violations = new ArrayList<>();
        RunContext context = contexts.of(run);
        if (!digests.digest(context).equals(run.digest())) {
            violations.add("run " + run.id() + " is not the content of its digest");
        }
        for (FileRow file : files.files(run.id())) {
            if (!rendered(context, file).equals(file.sha256())) {
                violations.add("file " + file.name() + " renders to other bytes than were signed");
            }
        }
        violations.addAll(handedOver(run));
        return violations;
    }

    /** A file that cannot be rendered any more has no bytes to compare. */
    private String rendered(RunContext context, FileRow file) {
        try {
            return rendering.hash(context, file, files.batches(file.messageId()));
        } catch (BrokenRuleException broken) {
            return "";
        }
    }

    private List<String> handedOver(Run run) {
        List<FileRow> signed = files.files(run.id());
        return handovers.of(run.id()).stream()
                .filter(parcel -> signed.stream()
                        .anyMatch(file -> file.name().equals(parcel.name())
                                && !file.sha256().equals(parcel.sha256())))
                .map(parcel -> "file " + parcel.name() + " was handed over with other bytes than were signed")
                .toList();
    }
}
