package io.quittance.reconciliation.job;

import io.quittance.assessment.Assessor;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.finding.store.FindingRows;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.party.BankAccount;
import io.quittance.party.Entity;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.bankfile.BankFileReading;
import io.quittance.reconciliation.job.MessageReader.Opened;
import io.quittance.reconciliation.store.BankMessages;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.WorkSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Acts on one message and notes what became of it, in one transaction. */
@Component
public class MessageIntake {

    private final FrozenContexts contexts;
    private final StatusIntake statuses;
    private final StatementIntake statements;
    private final BankMessages messages;
    private final FindingRows findings;

    public MessageIntake(
            FrozenContexts contexts,
            StatusIntake statuses,
            StatementIntake statements,
            BankMessages messages,
            FindingRows findings) {
        this.contexts = contexts;
        this.statuses = statuses;
        this.statements = statements;
        this.messages = messages;
        this.findings = findings;
    }

    void take(WorkSet work, Opened opened) {
        BankMessages.Message message = opened.message();
        int index = message.number() - 1;
        Reception reception = switch (opened.reading()) {
            case BankFileReading.StatusReports read ->
                statuses.take(work, opened, read.reports().get(index));
            case BankFileReading.Statements read ->
                statement(work, opened.file(), read.statements().get(index));
            case BankFileReading.Refused refused -> Reception.refused(refused.findings());
        };
        messages.ended(message, reception.outcome());
        findings.write(
                work.id(),
                List.of(new FindingRows.Reasons(message.subject(), message.attempt(), reception.findings())));
    }

    private Reception statement(WorkSet work, DeliveredFile file, Statement statement) {
        return owner(contexts.of(work.id()), statement)
                .map(owner -> statements.take(work, file, statement, owner))
                .orElseGet(() -> Reception.refused(stranger(file, statement)));
    }

    /** An account of several currencies has several rows in the register, each with books of its own. */
    private static Optional<StatementIntake.Owner> owner(Assessor.Context context, Statement statement) {
        for (Entity entity : context.register().entities()) {
            for (BankAccount account : entity.accounts()) {
                if (account.number().equals(statement.account())
                        && account.currency().equals(statement.currency())) {
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
