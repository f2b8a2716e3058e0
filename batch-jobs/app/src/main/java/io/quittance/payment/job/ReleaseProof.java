package io.quittance.payment.job;

import io.quittance.payment.Approvals;
import io.quittance.payment.RunState;
import io.quittance.payment.pain001.BrokenRuleException;
import io.quittance.payment.pain001.Pain001Reader;
import io.quittance.payment.pain001.SchemaCheck;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.PaymentFiles.BatchRow;
import io.quittance.payment.store.PaymentFiles.FileRow;
import io.quittance.payment.store.Payments;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.reconciliation.store.Ties;
import io.quittance.stage.Broken;
import io.quittance.stage.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * What a file has to prove before it may leave: the bytes are those that people signed, they fit the schema, and read
 * again by other code they say what the database says. Anything else stops the release, and nothing has left.
 */
@Component
public class ReleaseProof {

    private static final Set<String> INTAKE_TIES = Set.of("T-09", "T-10", "T-21", "T-22", "T-23", "T-24");

    private final Session session;
    private final Runs runs;
    private final PaymentFiles files;
    private final Payments payments;
    private final Staging staging;
    private final RunDigests digests;
    private final ReleaseConditions conditions;
    private final Ties ties;

    public ReleaseProof(
            Session session,
            Runs runs,
            PaymentFiles files,
            Payments payments,
            Staging staging,
            RunDigests digests,
            ReleaseConditions conditions,
            Ties ties) {
        this.session = session;
        this.runs = runs;
        this.files = files;
        this.payments = payments;
        this.staging = staging;
        this.digests = digests;
        this.conditions = conditions;
        this.ties = ties;
    }

    /** Renders every file into the staging folder and proves it there. */
    void render(String workSet, RunContext context) {
        orUnstage(context, rows -> {
            requireSigned(context);
            requireTies();
            for (FileRow file : rows) {
                staging.stage(context, file);
                requireSchema(file);
                requireOrders(file, files.batches(file.messageId()));
            }
        });
    }

    /** The point of no return: from here the run is released, whatever happens to this process. @param on the day of the books */
    void commit(RunContext context, LocalDate on) {
        orUnstage(context, rows -> {
            Run run = requireSigned(context);
            if (run.state() == RunState.APPROVED) {
                requireConditions(context);
                runs.released(run.id(), session.user(), on);
            }
        });
    }

    /** What was staged for a run that turns out to be broken must not lie about. */
    private void orUnstage(RunContext context, Consumer<List<FileRow>> proof) {
        String run = context.terms().run();
        try {
            proof.accept(files.files(run));
        } catch (Broken broken) {
            staging.clear(run);
            throw broken.beforeAnythingLeft();
        }
    }

    /** The day and the register, as they are now: this is the last moment to keep the money. */
    private void requireConditions(RunContext context) {
        conditions.tooLate(context).or(() -> conditions.obstacle(context)).ifPresent(problem -> {
            throw new Broken(context.terms().run() + " cannot leave: " + problem + ".", ReleaseStage.CANCEL);
        });
    }

    private Run requireSigned(RunContext context) {
        Run run = runs.lock(context.terms().run()).orElseThrow();
        String now = digests.digest(context);
        if (!now.equals(run.digest())) {
            throw new Broken("run " + run.id() + " is not the content that was proposed and signed");
        }
        boolean approved = Approvals.suffice(runs.approvals(run.id()), run.proposedBy(), now, run.approvalsNeeded());
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
        try (InputStream in = Files.newInputStream(staging.place(file))) {
            List<String> faults = SchemaCheck.pain001(in);
            if (!faults.isEmpty()) {
                throw new Broken(file.name() + " does not fit pain.001.001.09: " + faults.getFirst());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireOrders(FileRow file, List<BatchRow> batches) {
        SortedMap<CurrencyUnit, Money> planned = new TreeMap<>();
        batches.forEach(batch -> planned.merge(batch.sum().getCurrencyUnit(), batch.sum(), Money::plus));
        try (InputStream in = Files.newInputStream(staging.place(file));
                OrderProof proof = new OrderProof(
                        file.name(),
                        batches.stream().map(BatchRow::id).toList(),
                        batch -> payments.ofBatch(file.run(), batch))) {
            var read = Pain001Reader.read(in, proof);
            proof.finish();
            if (!read.agree() || read.count() != file.payments() || !read.sums().equals(planned)) {
                throw new Broken(file.name() + " read again has " + read.count() + " payments of " + read.sums()
                        + " and declares " + read.declaredCount() + " of " + read.declaredSum() + ", the run has "
                        + file.payments() + " of " + planned);
            }
        } catch (BrokenRuleException rule) {
            throw new Broken(file.name() + " read again: " + rule.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
