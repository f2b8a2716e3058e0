package io.quittance.payment.store;

import io.quittance.payment.Payment;
import io.quittance.payment.Settlement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Payments as they come from the database, one in memory at a time. Can be read once. */
public final class PaymentCursor implements Iterator<Payment>, Iterable<Payment>, AutoCloseable {

    private final Stream<Payment> rows;
    private final Iterator<Payment> unread;
    private @Nullable Payment ahead;

    /** @param rows payments with one settlement each, those of one payment next to each other */
    public PaymentCursor(Stream<Payment> rows) {
        this.rows = rows;
        this.unread = rows.iterator();
        this.ahead = unread.hasNext() ? unread.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Payment next() {
        Payment first = ahead;
        if (first == null) {
            throw new NoSuchElementException();
        }
        List<Settlement> settlements = new ArrayList<>(first.settlements());
        ahead = null;
        while (ahead == null && unread.hasNext()) {
            Payment row = unread.next();
            if (row.id().equals(first.id())) {
                settlements.addAll(row.settlements());
            } else {
                ahead = row;
            }
        }
        return first.settling(settlements);
    }

    @Override
    public Iterator<Payment> iterator() {
        return this;
    }

    @Override
    public void close() {
        rows.close();
    }
}
