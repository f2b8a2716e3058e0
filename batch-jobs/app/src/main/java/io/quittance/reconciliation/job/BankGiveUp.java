package io.quittance.reconciliation.job;

import io.quittance.engine.Gate;
import io.quittance.engine.HeldGate;
import io.quittance.engine.JobGate;
import io.quittance.ledger.store.Seals;
import io.quittance.payment.store.PaymentEvents;
import io.quittance.reconciliation.store.BankMessages;
import io.quittance.stage.Audit;
import io.quittance.stage.Deliveries;
import io.quittance.stage.Session;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
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
        messages.refuseRest(work.id());
        events.settleRuns();
        if (!seals.isSealed(work.id())) {
            seals.seal(work.id(), work.businessDate());
        }
    }
}
