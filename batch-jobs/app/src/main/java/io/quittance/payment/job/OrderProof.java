package io.quittance.payment.job;

import io.quittance.payment.Payment;
import io.quittance.payment.pain001.FileOrder;
import io.quittance.payment.store.PaymentCursor;
import io.quittance.stage.Broken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the orders of a file, as they are read from it, with the payments of the run, one by one: batch, ids, amount and
 * account. Counts and sums alone would not see two accounts that changed places.
 */
final class OrderProof implements Consumer<FileOrder>, AutoCloseable {

    private final String file;
    private final Deque<String> rest;
    private final Function<String, PaymentCursor> payments;
    private String batch = "";
    private @Nullable PaymentCursor cursor;

    /**
     * @param batches their ids, in the order of the file
     * @param payments those of a batch, in order
     */
    OrderProof(String file, List<String> batches, Function<String, PaymentCursor> payments) {
        this.file = file;
        this.rest = new ArrayDeque<>(batches);
        this.payments = payments;
    }

    @Override
    public void accept(FileOrder order) {
        Payment expected = next();
        if (expected == null) {
            throw new Broken(file + " read again orders " + order.instructionId() + ", which the run has not");
        }
        boolean same = order.paymentInformationId().equals(batch)
                && order.instructionId().equals(expected.id())
                && order.endToEndId().equals(expected.endToEndId())
                && order.amount().equals(expected.amount())
                && order.account().equals(expected.account().number());
        if (!same) {
            throw new Broken(file + " read again orders " + order + ", the run has " + expected.id() + " "
                    + expected.endToEndId() + " " + expected.amount()
                    + (order.account().equals(expected.account().number()) ? "" : ", and to another account"));
        }
    }

    /** After the last order. */
    void finish() {
        Payment missing = next();
        if (missing != null) {
            throw new Broken(file + " read again does not order " + missing.id());
        }
    }

    private @Nullable Payment next() {
        while (cursor == null || !cursor.hasNext()) {
            close();
            if (rest.isEmpty()) {
                return null;
            }
            batch = rest.remove();
            cursor = payments.apply(batch);
        }
        return cursor.next();
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
