package io.quittance.reconciliation.job;

import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.store.FindingRows;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.ledger.job.SealStep;
import io.quittance.party.BankAccount;
import io.quittance.party.Entity;
import io.quittance.payment.store.PaymentEvents;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.StatusReport;
import io.quittance.reconciliation.bankfile.BankFileReading;
import io.quittance.reconciliation.bankfile.BankFiles;
import io.quittance.stage.Deliveries;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.Session;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes in what banks answered: one file is one transaction, status reports before statements. */
@Configuration
public class BankJob {

    private final Steps steps;
    private final Deliveries deliveries;
    private final FrozenContexts contexts;
    private final WorkSets workSets;
    private final StatusIntake statuses;
    private final StatementIntake statements;
    private final FindingRows findings;

    public BankJob(
            Steps steps,
            Deliveries deliveries,
            FrozenContexts contexts,
            WorkSets workSets,
            StatusIntake statuses,
            StatementIntake statements,
            FindingRows findings) {
        this.steps = steps;
        this.deliveries = deliveries;
        this.contexts = contexts;
        this.workSets = workSets;
        this.statuses = statuses;
        this.statements = statements;
        this.findings = findings;
    }

    @Bean
    public Job bank(Jobs jobs, Session session, PaymentEvents events, SealStep end) {
        Step settleRuns = steps.forWorkSet(
                "runs",
                workSet -> steps.tasklet("runs", (contribution, context) -> {
                    events.settleRuns();
                    return RepeatStatus.FINISHED;
                }));
        Step clear = steps.forWorkSet(
                "clear",
                workSet -> steps.tasklet("clear", (contribution, context) -> {
                    deliveries.clear(workSet, session.workspace().inboxBank());
                    return RepeatStatus.FINISHED;
                }));
        return jobs.of("bank", read(), settleRuns, end.step(), clear, end.finish());
    }

    /** A restart reads the list again from the file after the last one that was committed. */
    private Step read() {
        return steps.forWorkSet("read", workSet -> {
            WorkSet work = workSets.get(workSet);
            return steps.<DeliveredFile, DeliveredFile>chunk("read", 1)
                    .reader(new FileReader(deliveries.archived(workSet)))
                    .writer(files -> files.forEach(file -> take(work, file)))
                    .build();
        });
    }

    private void take(WorkSet work, DeliveredFile file) {
        Findings found = switch (open(file)) {
            case BankFileReading.StatusReports reports -> statuses(work, file, reports.reports());
            case BankFileReading.Statements read -> statements(work, file, read.statements());
            case BankFileReading.Refused refused -> refused.findings();
        };
        findings.write(work.id(), List.of(new FindingRows.Reasons(Uuid5.of("bank-file:" + file.sha256()), 0, found)));
    }

    private static BankFileReading open(DeliveredFile file) {
        try (InputStream in = file.open()) {
            return BankFiles.open(file.name(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    private Findings statuses(WorkSet work, DeliveredFile file, List<StatusReport> reports) {
        Findings found = Findings.NONE;
        for (StatusReport report : reports) {
            found = found.and(statuses.take(work, file, report));
        }
        return found;
    }

    private Findings statements(WorkSet work, DeliveredFile file, List<Statement> read) {
        Findings found = Findings.NONE;
        for (Statement statement : read) {
            Optional<StatementIntake.Owner> owner = owner(work, statement);
            found = found.and(
                    owner.isPresent()
                            ? statements.take(work, file, statement, owner.get())
                            : Findings.of(stranger(file, statement)));
        }
        return found;
    }

    private Optional<StatementIntake.Owner> owner(WorkSet work, Statement statement) {
        var context = contexts.of(work.id());
        for (Entity entity : context.register().entities()) {
            for (BankAccount account : entity.accounts()) {
                if (account.number().equals(statement.account())) {
                    return Optional.of(new StatementIntake.Owner(entity, account, context.rates()));
                }
            }
        }
        return Optional.empty();
    }

    private static Finding stranger(DeliveredFile file, Statement statement) {
        return Finding.of(
                FindingCode.BANK_FILE_UNKNOWN_ACCOUNT,
                Place.of(file.name()),
                null,
                "an account of config/register/bank-accounts.csv",
                "statement " + statement.id() + " is for an account that is not ours");
    }
}
