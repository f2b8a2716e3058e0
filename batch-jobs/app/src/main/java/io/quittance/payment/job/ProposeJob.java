package io.quittance.payment.job;

import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.fx.Conversion;
import io.quittance.fx.Purpose;
import io.quittance.ledger.job.SealStep;
import io.quittance.payment.Candidate;
import io.quittance.payment.PayeePlan;
import io.quittance.payment.PayeePlanner;
import io.quittance.payment.Payment;
import io.quittance.payment.store.Candidates;
import io.quittance.payment.store.Candidates.Scope;
import io.quittance.payment.store.ProposalRows;
import io.quittance.payment.store.ProposalRows.Estimated;
import io.quittance.payment.store.Runs;
import io.quittance.withholding.store.Withholdings;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Selects, nets and groups; plans the files and renders them into hashes; fixes what people will sign. */
@Configuration
public class ProposeJob {

    private static final int CONTRACTORS_A_CHUNK = 500;

    private final Steps steps;
    private final RunContexts contexts;
    private final Candidates candidates;
    private final ProposalRows rows;
    private final Withholdings withholdings;

    public ProposeJob(
            Steps steps, RunContexts contexts, Candidates candidates, ProposalRows rows, Withholdings withholdings) {
        this.withholdings = withholdings;
        this.steps = steps;
        this.contexts = contexts;
        this.candidates = candidates;
        this.rows = rows;
    }

    @Bean
    public Job propose(Jobs jobs, FilePlanning files, RunDigests digests, Runs runs, SealStep end) {
        Step planFiles = steps.forWorkSet(
                "files",
                workSet -> steps.tasklet("files", (contribution, context) -> {
                    files.plan(contexts.ofWorkSet(workSet));
                    return RepeatStatus.FINISHED;
                }));
        Step sign = steps.forWorkSet(
                "digest",
                workSet -> steps.tasklet("digest", (contribution, context) -> {
                    RunContext run = contexts.ofWorkSet(workSet);
                    runs.proposed(run.terms().run(), digests.digest(run));
                    return RepeatStatus.FINISHED;
                }));
        return jobs.of("propose", decide(), planFiles, sign, end.finish());
    }

    private Step decide() {
        return steps.forWorkSet("decide", workSet -> {
            RunContext run = contexts.ofWorkSet(workSet);
            PayeePlanner planner =
                    run.planner(withholdings, rows.paymentsOf(run.terms().run()));
            return steps.<List<Candidate>, PayeePlan>chunk("decide", CONTRACTORS_A_CHUNK)
                    .reader(new ContractorReader(
                            candidates,
                            new Scope(
                                    run.terms().entity().id(),
                                    run.terms().run(),
                                    run.terms().businessDate(),
                                    run.loaded().withholding().materials())))
                    .processor(planner::plan)
                    .writer(plans -> write(run, plans.getItems()))
                    .build();
        });
    }

    private void write(RunContext run, List<? extends PayeePlan> plans) {
        List<Estimated> payments = plans.stream()
                .flatMap(plan -> plan.payments().stream())
                .map(payment -> estimate(run, payment))
                .toList();
        rows.write(run.terms(), plans, payments);
        withholdings.write(
                run.terms(),
                plans.stream().flatMap(plan -> plan.deductions().stream()).toList());
    }

    /** What the payment will cost, for the approver's eyes; a missing rate leaves it open, since nothing is booked by it. */
    private static Estimated estimate(RunContext run, Payment payment) {
        Conversion conversion = run.rates()
                .convert(
                        run.terms().entity().id(),
                        Purpose.PAYMENT,
                        payment.amount(),
                        run.terms().entity().functionalCurrency(),
                        run.terms().businessDate());
        return switch (conversion) {
            case Conversion.Converted converted -> new Estimated(payment, converted.to());
            case Conversion.Refused refused -> new Estimated(payment, null);
        };
    }
}
