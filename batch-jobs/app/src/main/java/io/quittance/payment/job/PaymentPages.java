package io.quittance.payment.job;

import io.quittance.payment.Payment;
import io.quittance.payment.store.Payments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the payments of a run page by page; its position is the last running number it handed out. */
final class PaymentPages implements ItemStreamReader<List<Payment>> {

    private static final String POSITION = "payment";
    private static final int PAYMENTS_AT_ONCE = 2_000;

    private final Payments payments;
    private final String run;
    private int after;

    PaymentPages(Payments payments, String run) {
        this.payments = payments;
        this.run = run;
    }

    @Override
    public void open(ExecutionContext context) {
        after = context.getInt(POSITION, 0);
    }

    @Override
    public @Nullable List<Payment> read() {
        List<Payment> page = payments.page(run, after, after + PAYMENTS_AT_ONCE);
        after += page.size();
        return page.isEmpty() ? null : page;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(POSITION, after);
    }
}
