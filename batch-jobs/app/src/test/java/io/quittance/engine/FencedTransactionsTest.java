package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.SimpleTransactionStatus;

class FencedTransactionsTest {

    private final List<String> calls = new ArrayList<>();
    private final PlatformTransactionManager target = new PlatformTransactionManager() {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            calls.add("begin");
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            calls.add("commit");
        }

        @Override
        public void rollback(TransactionStatus status) {
            calls.add("rollback");
        }
    };
    private final FencedTransactions transactions = new FencedTransactions(target, new Fence(new JdbcTemplate()));

    @Test
    void committing_what_is_marked_for_rollback_fails() {
        SimpleTransactionStatus marked = new SimpleTransactionStatus();
        marked.setRollbackOnly();
        assertThatThrownBy(() -> transactions.commit(marked)).isInstanceOf(UnexpectedRollbackException.class);
        assertThat(calls).containsExactly("rollback");
        transactions.commit(new SimpleTransactionStatus());
        assertThat(calls).containsExactly("rollback", "commit");
    }

    @Test
    void there_is_no_transaction_outside_a_step() {
        assertThatThrownBy(() -> transactions.getTransaction(null)).hasMessageContaining("outside a step");
        assertThat(calls).isEmpty();
    }
}
