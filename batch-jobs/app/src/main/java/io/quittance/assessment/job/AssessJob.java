package io.quittance.assessment.job;

import io.quittance.assessment.Assessment;
import io.quittance.assessment.Assessor;
import io.quittance.assessment.Lifts;
import io.quittance.assessment.Parties;
import io.quittance.assessment.store.AssessPage;
import io.quittance.assessment.store.AssessPage.Task;
import io.quittance.assessment.store.AssessWork;
import io.quittance.assessment.store.AssessmentRows;
import io.quittance.assessment.store.Conclusion;
import io.quittance.assessment.store.Histories;
import io.quittance.assessment.store.PageHistory;
import io.quittance.bookkeeping.InvoiceBooking;
import io.quittance.document.store.LiftRows;
import io.quittance.document.store.WithdrawalRows;
import io.quittance.engagement.store.ApprovedWorks;
import io.quittance.engine.Jobs;
import io.quittance.engine.Partitions;
import io.quittance.engine.ShardRange;
import io.quittance.engine.Steps;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.job.Quarantine;
import io.quittance.ledger.Journal;
import io.quittance.ledger.job.SealStep;
import io.quittance.party.Register;
import io.quittance.platform.configuration.RuleSettings;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.WorkSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Partitions of contractors, each page by page through the pure core; then one seal over all that was posted. */
@Configuration
public class AssessJob {

    /** Partitions that run at once; each holds one connection. */
    static final int THREADS = 2;

    private final Steps steps;
    private final FrozenContexts contexts;
    private final AssessWork work;
    private final Histories histories;
    private final ApprovedWorks works;
    private final LiftRows lifted;
    private final WithdrawalRows withdrawn;
    private final AssessmentRows rows;

    public AssessJob(
            Steps steps,
            FrozenContexts contexts,
            AssessWork work,
            Histories histories,
            ApprovedWorks works,
            LiftRows lifted,
            WithdrawalRows withdrawn,
            AssessmentRows rows) {
        this.steps = steps;
        this.contexts = contexts;
        this.work = work;
        this.histories = histories;
        this.works = works;
        this.lifted = lifted;
        this.withdrawn = withdrawn;
        this.rows = rows;
    }

    @Bean
    public Job assess(Jobs jobs, WorkSets workSets, Quarantine quarantine, SealStep end) {
        var cut = Partitions.frozen(workSet -> workSets.get(workSet).partitions());
        Step layOut = steps.forWorkSet(
                "quarantine",
                workSet -> steps.tasklet("quarantine", (contribution, context) -> {
                    quarantine.layOut(workSet);
                    return RepeatStatus.FINISHED;
                }));
        return jobs.of(
                "assess", steps.partitioned("pages", cut, THREADS, this::pages), end.step(), layOut, end.finish());
    }

    private Step pages(String workSet, ShardRange shards) {
        Assessor.Context context = contexts.of(workSet);
        Assessor assessor = Assessor.of(context);
        RuleSettings rules = contexts.rules(workSet);
        return steps.<AssessPage, List<Conclusion>>chunk("pages", 1)
                .reader(new AssessReader(work, workSet, shards))
                .processor(page -> {
                    AssessPage resolved = resolved(page, context.register());
                    PageHistory history = histories.of(resolved.invoices(), context);
                    works.of(workSet, resolved.invoices()).forEach(history::approved);
                    return assess(resolved, assessor, rules, history);
                })
                .writer(pages -> pages.forEach(page -> rows.write(workSet, page)))
                .build();
    }

    /** A party that was unknown at intake may be known now: what is known of it is looked up by its id. */
    private static AssessPage resolved(AssessPage page, Register register) {
        List<Task> tasks = page.tasks().stream()
                .map(task -> new Task(
                        Parties.resolved(task.invoice(), register),
                        task.attempt(),
                        task.received(),
                        task.fromReading()))
                .toList();
        return new AssessPage(tasks, page.last());
    }

    private List<Conclusion> assess(AssessPage page, Assessor assessor, RuleSettings rules, PageHistory history) {
        List<UUID> documents = page.invoices().stream().map(Invoice::id).toList();
        Map<UUID, Lifts> lifts = lifted.of(documents);
        Map<UUID, Findings> withdrawals = withdrawn.of(documents);
        var conclusions = new ArrayList<Conclusion>(page.tasks().size());
        for (Task task : page.tasks()) {
            history.turnTo(task);
            Assessment assessment = assessor.assess(
                    task.invoice(),
                    rules.applied(task.fromReading())
                            .and(withdrawals.getOrDefault(task.invoice().id(), Findings.NONE)),
                    lifts.getOrDefault(task.invoice().id(), Lifts.NONE),
                    history);
            List<Journal> journals =
                    assessment.accepted() == null ? List.of() : List.of(InvoiceBooking.accepted(assessment.accepted()));
            conclusions.add(new Conclusion(
                    assessment,
                    task.attempt(),
                    journals,
                    history.credited(assessment.invoice()).orElse(null)));
        }
        return conclusions;
    }
}
