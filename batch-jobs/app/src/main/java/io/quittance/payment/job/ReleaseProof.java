package io.quittance.payment.job;

import io.quittance.engine.CrashPoint;
import io.quittance.payment.Approvals;
import io.quittance.payment.RunState;
import io.quittance.payment.pain001.BrokenRuleException;
import io.quittance.payment.pain001.Pain001Reader;
import io.quittance.payment.pain001.SchemaCheck;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.PaymentFiles.BatchRow;
import io.quittance.payment.store.PaymentFiles.FileRow;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.PublishedFile;
import io.quittance.reconciliation.store.Ties;
import io.quittance.stage.Broken;
import io.quittance.stage.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * What a file has to prove before it may leave: the bytes are those that people signed, they fit the schema, and read
 * again by other code they say what the database says. Anything else stops the release, and nothing has left.
 */
@Component
public class ReleaseProof {

    private static final Set<String> INTAKE_TIES = Set.of("T-09", "T-10");

    private final Session session;
    private final Runs runs;
    private final PaymentFiles files;
    private final FileRendering rendering;
    private final RunDigests digests;
    private final Ties ties;

    public ReleaseProof(
            Session session, Runs runs, PaymentFiles files, FileRendering rendering, RunDigests digests, Ties ties) {
        this.session = session;
        this.runs = runs;
        this.files = files;
        this.rendering = rendering;
        this.digests = digests;
        this.ties = ties;
    }

    /** Renders every file into the staging folder and proves it there. */
    void render(String workSet, RunContext context) {
        orUnstage(context, rows -> {
            requireSigned(context);
            requireTies();
            for (FileRow file : rows) {
                stage(context, file);
                requireSchema(file);
                requireTotals(file, files.batches(file.messageId()));
            }
        });
    }

    /** The point of no return: from here the run is released, whatever happens to this process. */
    void commit(String workSet, RunContext context) {
        orUnstage(context, rows -> {
            Run run = requireSigned(context);
            if (run.state() == RunState.APPROVED) {
                runs.released(run.id(), session.user(), context.terms().businessDate());
            }
        });
    }

    /**
     * Puts the proven files and at last their manifest into the outbox. Each is rendered once more: what lay in the staging
     * folder since the proof, perhaps over a crash, may have been changed or lost.
     */
    void handOver(String workSet, RunContext context) {
        List<FileRow> rows = files.files(context.terms().run());
        Path manifest = outbox(context.terms().run()).resolve("manifest.txt");
        if (!Files.exists(manifest)) {
            rows.forEach(file -> stage(context, file));
            for (FileRow file : rows) {
                Publication.copy(staged(file), outbox(file.run()).resolve(file.name()));
                CrashPoint.FILE_HANDED_OVER.hit();
            }
            Publication.publish(
                    manifest, out -> out.write(manifest(context, rows).getBytes(StandardCharsets.UTF_8)));
        }
        rows.forEach(file -> Publication.delete(staged(file)));
    }

    /** Where the files of a run lie for the bank. */
    public Path outbox(String run) {
        return session.workspace().outboxPayments().resolve(run);
    }

    private Path staged(FileRow file) {
        return session.workspace().outboxPayments().resolve(".staged").resolve(file.name());
    }

    /** What was staged for a run that turns out to be broken must not lie about. */
    private void orUnstage(RunContext context, Consumer<List<FileRow>> proof) {
        List<FileRow> rows = files.files(context.terms().run());
        try {
            proof.accept(rows);
        } catch (Broken broken) {
            rows.stream().map(this::staged).filter(Files::exists).forEach(Publication::delete);
            throw broken;
        }
    }

    /** Renders a file, unless it stands there already; its bytes are those that were signed. */
    private void stage(RunContext context, FileRow file) {
        List<BatchRow> batches = files.batches(file.messageId());
        try {
            PublishedFile published =
                    Publication.publish(staged(file), out -> rendering.render(context, file, batches, out));
            if (!published.sha256().equals(file.sha256())) {
                throw new Broken(file.name() + " renders to other bytes than were signed: " + published.sha256()
                        + " instead of " + file.sha256());
            }
        } catch (BrokenRuleException rule) {
            throw new Broken(file.name() + " is not what was signed: " + rule.getMessage());
        }
    }

    private Run requireSigned(RunContext context) {
        Run run = runs.lock(context.terms().run()).orElseThrow();
        String now = digests.digest(context);
        if (!now.equals(run.digest())) {
            throw new Broken("run " + run.id() + " is not the content that was proposed and signed");
        }
        boolean approved =
                Approvals.suffice(runs.approvals(run.id()), run.proposedBy(), now, context.approvalsNeeded());
        if (!approved) {
            throw new Broken("run " + run.id() + " lacks valid approvals of its present content");
        }
        return run;
    }

    /** Books that do not agree pay nobody. Ties of intake are left out: it may be at work meanwhile. */
    private void requireTies() {
        ties.compute().stream()
                .filter(tie -> !tie.passes() && !INTAKE_TIES.contains(tie.id()))
                .findFirst()
                .ifPresent(tie -> {
                    throw new Broken("tie " + tie.id() + " " + tie.scope() + " fails: " + tie.title() + ", expected "
                            + tie.expected() + ", actual " + tie.actual());
                });
    }

    private void requireSchema(FileRow file) {
        try (InputStream in = Files.newInputStream(staged(file))) {
            List<String> faults = SchemaCheck.pain001(in);
            if (!faults.isEmpty()) {
                throw new Broken(file.name() + " does not fit pain.001.001.09: " + faults.getFirst());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireTotals(FileRow file, List<BatchRow> batches) {
        SortedMap<CurrencyUnit, Money> planned = new TreeMap<>();
        batches.forEach(batch -> planned.merge(batch.sum().getCurrencyUnit(), batch.sum(), Money::plus));
        try (InputStream in = Files.newInputStream(staged(file))) {
            var read = Pain001Reader.totals(in);
            if (read.count() != file.payments() || !read.sums().equals(planned)) {
                throw new Broken(file.name() + " read again has " + read.count() + " payments of " + read.sums()
                        + ", the run has " + file.payments() + " of " + planned);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the form of sha256sum, so that anybody can check it. */
    private static String manifest(RunContext context, List<FileRow> files) {
        return "# run " + context.terms().run() + "\n"
                + files.stream()
                        .map(file -> file.sha256() + "  " + file.name() + "\n")
                        .collect(Collectors.joining());
    }
}
