package io.quittance.payment.job;

import io.quittance.bookkeeping.PaymentBooking;
import io.quittance.bookkeeping.PaymentBooking.Booked;
import io.quittance.bookkeeping.PaymentBooking.Retained;
import io.quittance.bookkeeping.WaitingTaxBooking.Paid;
import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.ledger.Journal;
import io.quittance.ledger.job.SealStep;
import io.quittance.ledger.store.Journals;
import io.quittance.payment.PayeePlan.Netting;
import io.quittance.payment.Payment;
import io.quittance.payment.Settlement;
import io.quittance.payment.store.PaymentEvents;
import io.quittance.payment.store.PaymentEvents.Event;
import io.quittance.payment.store.Payments;
import io.quittance.stage.WorkSets;
import io.quittance.tax.store.WaitingTax;
import io.quittance.withholding.store.Withholdings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the files of an approved run go: renders and proves them where no bank looks, fixes the release, books it, seals,
 * and only then puts the files into the outbox. Killed anywhere, the same command goes on and puts the same bytes there.
 */
@Configuration
public class ReleaseJob {

    private final Steps steps;
    private final RunContexts contexts;
    private final Payments payments;
    private final PaymentEvents events;
    private final Journals journals;
    private final WorkSets workSets;
    private final WaitingTax waitingTax;
    private final Withholdings withholdings;

    public ReleaseJob(
            Steps steps,
            RunContexts contexts,
            Payments payments,
            PaymentEvents events,
            Journals journals,
            WorkSets workSets,
            WaitingTax waitingTax,
            Withholdings withholdings) {
        this.withholdings = withholdings;
        this.steps = steps;
        this.contexts = contexts;
        this.payments = payments;
        this.events = events;
        this.journals = journals;
        this.workSets = workSets;
        this.waitingTax = waitingTax;
    }

    @Bean
    public Job release(Jobs jobs, ReleaseProof proof, HandOver outbox, SealStep end) {
        return jobs.of(
                "release",
                tasklet("render", proof::render),
                tasklet("commit", (workSet, run) -> proof.commit(run, releasedOn(workSet))),
                book(),
                tasklet("net", this::net),
                end.step(),
                handOver(outbox),
                end.finish());
    }

    private interface RunAct {
        void on(String workSet, RunContext run);
    }

    private Step tasklet(String name, RunAct act) {
        return steps.forWorkSet(name, workSet -> {
            Tasklet tasklet = (contribution, context) -> {
                act.on(workSet, contexts.ofRelease(workSet));
                return RepeatStatus.FINISHED;
            };
            return steps.tasklet(name, tasklet);
        });
    }

    /** One transaction an act: what the database says of a file is true before the next is touched. */
    private Step handOver(HandOver outbox) {
        return steps.forWorkSet(
                "hand-over",
                workSet -> steps.tasklet(
                        "hand-over",
                        (contribution, context) ->
                                RepeatStatus.continueIf(outbox.act(workSet, contexts.ofRelease(workSet)))));
    }

    /** Its files are dated by the proposal, the books by this: a run may be proposed in one month and leave in the next. */
    private LocalDate releasedOn(String workSet) {
        return workSets.get(workSet).businessDate();
    }

    private Step book() {
        return steps.forWorkSet("book", workSet -> {
            RunContext run = contexts.ofRelease(workSet);
            return steps.<List<Payment>, List<Payment>>chunk("book", 1)
                    .reader(new PaymentPages(payments, run.terms().run()))
                    .writer(pages -> pages.forEach(page -> book(workSet, run, page)))
                    .build();
        });
    }

    private void book(String workSet, RunContext run, List<Payment> page) {
        LocalDate on = releasedOn(workSet);
        List<String> ids = page.stream().map(Payment::id).toList();
        Map<String, List<Retained>> withheld = withholdings.retainedBy(ids);
        journals.post(
                workSet,
                page.stream()
                        .map(payment -> PaymentBooking.released(
                                booked(run, payment, withheld.getOrDefault(payment.id(), List.of())), on))
                        .toList());
        withholdings.certify(workSet, ids);
        for (Payment payment : page) {
            events.record(workSet, new Event(payment.id(), "ORDERED", null, null, on, workSet));
        }
    }

    private static Booked booked(RunContext run, Payment payment, List<Retained> withheld) {
        return new Booked(
                payment.id(), run.terms().entity().id(), payment.amount(), functional(payment.settlements()), withheld);
    }

    private static Money functional(List<Settlement> settlements) {
        return Money.total(settlements.stream().map(Settlement::functional).toList());
    }

    private void net(String workSet, RunContext run) {
        List<Netting> nettings = payments.nettings(run.terms().run());
        List<Journal> differences = nettings.stream()
                .map(netting -> PaymentBooking.netted(
                        netting.id(),
                        run.terms().entity().id(),
                        functional(netting.settlements()),
                        releasedOn(workSet)))
                .flatMap(Optional::stream)
                .toList();
        journals.post(workSet, differences);
        waitingTax.move(
                workSet,
                nettings.stream()
                        .map(netting -> new Paid(netting.id(), "NETTED", releasedOn(workSet)))
                        .toList());
    }
}
