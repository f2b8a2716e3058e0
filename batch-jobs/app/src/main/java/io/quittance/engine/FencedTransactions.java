package io.quittance.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * The transactions of all steps: each begins with the fence, so no job can forget it.
 *
 * <p>Asking to commit what is marked for rollback fails the step. Batch's chunk loop would otherwise go on with the next
 * chunk and end COMPLETED without the rows (batch#5509); its one legal case, scanning after a skip, we do not have.
 */
final class FencedTransactions implements PlatformTransactionManager {

    private final PlatformTransactionManager target;
    private final Fence fence;

    FencedTransactions(PlatformTransactionManager target, Fence fence) {
        this.target = target;
        this.fence = fence;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        StepContext context = StepSynchronizationManager.getContext();
        if (context == null) {
            throw new IllegalStateException("a step's transaction was asked for outside a step");
        }
        TransactionStatus status = target.getTransaction(definition);
        try {
            fence.check(context.getStepExecution());
        } catch (RuntimeException e) {
            rollbackAfter(e, status);
            throw e;
        }
        CrashPoint.CHUNK_BEGUN.hit(context.getStepName());
        return status;
    }

    private void rollbackAfter(RuntimeException cause, TransactionStatus status) {
        try {
            target.rollback(status);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void commit(TransactionStatus status) {
        if (status.isRollbackOnly()) {
            target.rollback(status);
            throw new UnexpectedRollbackException("a chunk was marked for rollback and nobody said so; the step fails");
        }
        String step = step();
        CrashPoint.CHUNK_COMMITTING.hit(step);
        target.commit(status);
        CrashPoint.CHUNK_COMMITTED.hit(step);
    }

    private static String step() {
        StepContext context = StepSynchronizationManager.getContext();
        return context == null ? "" : context.getStepName();
    }

    @Override
    public void rollback(TransactionStatus status) {
        target.rollback(status);
    }
}
