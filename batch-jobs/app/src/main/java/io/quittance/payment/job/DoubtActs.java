package io.quittance.payment.job;

import io.quittance.payment.store.Doubts;
import io.quittance.payment.store.Doubts.Doubt;
import io.quittance.stage.Audit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What people do about money in doubt. Each act is audited. */
@Component
public class DoubtActs {

    private final TransactionOperations transactions;
    private final Doubts doubts;
    private final Audit audit;

    public DoubtActs(TransactionOperations transactions, Doubts doubts, Audit audit) {
        this.transactions = transactions;
        this.doubts = doubts;
        this.audit = audit;
    }

    /**
     * Lets the documents of a payment be paid again: somebody asked the bank, and the payee has not got the money.
     *
     * @return what was in doubt; empty when nothing was, and nothing was changed
     */
    public List<Doubt> clear(String payment, String user, String reason) {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<Doubt> cleared = doubts.of(payment);
            for (Doubt doubt : cleared) {
                doubts.clear(payment, doubt, user, reason);
                audit.noteAs(user, "bank.clear", payment, doubt.told() + ": " + reason);
            }
            return cleared;
        }));
    }
}
