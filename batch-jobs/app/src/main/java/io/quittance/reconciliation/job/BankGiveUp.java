package io.quittance.reconciliation.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.engine.Gate;
import io.quittance.engine.HeldGate;
import io.quittance.engine.JobGate;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.store.FindingRows;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.ledger.store.Seals;
import io.quittance.payment.store.PaymentEvents;
import io.quittance.reconciliation.store.BankMessages;
import io.quittance.reconciliation.store.BankMessages.Message;
import io.quittance.stage.Audit;
import io.quittance.stage.Session;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends a bank work set that cannot be finished, however often it is started: keeps what was acted on, refuses the rest and lays
 * it out in quarantine, to be delivered again when the program or the file has been mended. May be killed and typed again.
 */
@Component
public class BankGiveUp {

    private final JobGate gates;
    private final TransactionOperations transactions;
    private final WorkSets workSets;
    private final BankMessages messages;
    private final PaymentEvents events;
    private final Seals seals;
    private final FindingRows findings;
    private final BankQuarantine quarantine;
    private final Deliveries deliveries;
    private final Session session;
    private final Audit audit;

    public BankGiveUp(
            JobGate gates,
            TransactionOperations transactions,
            WorkSets workSets,
            BankMessages messages,
            PaymentEvents events,
            Seals seals,
            FindingRows findings,
            BankQuarantine quarantine,
            Deliveries deliveries,
            Session session,
            Audit audit) {
        this.gates = gates;
        this.transactions = transactions;
        this.workSets = workSets;
        this.messages = messages;
        this.events = events;
        this.seals = seals;
        this.findings = findings;
        this.quarantine = quarantine;
        this.deliveries = deliveries;
        this.session = session;
        this.audit = audit;
    }

    /** Gives up the open bank work set of this name; false when it is not open. */
    public boolean giveUp(String id) {
        try (HeldGate held = gates.take(Gate.PIPELINE)) {
            WorkSet work = workSets.open("bank", "")
                    .filter(open -> open.id().equals(id))
                    .orElse(null);
            if (work == null) {
                return false;
            }
            transactions.executeWithoutResult(status -> settle(work));
            quarantine.layOut(id);
            deliveries.clear(id, session.workspace().inboxBank());
            transactions.executeWithoutResult(status -> {
                workSets.finish(id);
                audit.note("recover.give-up", id, null);
            });
            return true;
        }
    }

    private void settle(WorkSet work) {
        List<Message> rest = messages.rest(work.id());
        rest.forEach(message -> messages.ended(message, BankMessages.Outcome.REFUSED));
        findings.write(work.id(), rest.stream().map(this::reason).toList());
        events.settleRuns();
        if (!seals.isSealed(work.id())) {
            seals.seal(work.id(), work.businessDate());
        }
    }

    /** Nothing is refused without one, whoever refuses. */
    private FindingRows.Reasons reason(Message message) {
        DeliveredFile file = deliveries.archivedFile(Kind.BANK, message.file());
        Finding finding = Finding.of(
                FindingCode.GIVEN_UP,
                Place.of(file.name()),
                null,
                null,
                (message.number() == 0 ? "the file" : "message " + message.number()) + " was given up by "
                        + session.user());
        return new FindingRows.Reasons(message.subject(), message.attempt(), Findings.NONE.and(finding));
    }
}
