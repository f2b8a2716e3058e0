package io.quittance.payment.job;

import io.quittance.engine.StopPoint;
import io.quittance.party.BankAccount;
import io.quittance.party.Entity;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.PaymentFile;
import io.quittance.payment.Rail;
import io.quittance.payment.pain001.Pain001Writer;
import io.quittance.payment.store.PaymentCursor;
import io.quittance.payment.store.PaymentFiles;
import io.quittance.payment.store.Payments;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Renders the file of a run from what is stored. Pure: the same rows give the same bytes, so a proposal renders into a
 * hash, people sign it, and release renders again and compares.
 */
@Component
public class FileRendering {

    private final Payments payments;
    private final StopPoint stop;

    public FileRendering(Payments payments, StopPoint stop) {
        this.payments = payments;
        this.stop = stop;
    }

    /** The bytes of a file. Call it in a transaction: payments stream from the database. */
    public void render(
            RunContext context, PaymentFiles.FileRow file, List<PaymentFiles.BatchRow> batches, OutputStream out) {
        try (var open = new OpenCursors(stop)) {
            List<PaymentBatch> parts = batches.stream()
                    .map(batch -> batch(context, file, batch, open))
                    .toList();
            Entity entity = context.terms().entity();
            new Pain001Writer()
                    .write(new PaymentFile(file.messageId(), file.createdAt(), entity.name(), file.rail(), parts), out);
        }
    }

    /** SHA-256 of the bytes of a file. */
    public String hash(RunContext context, PaymentFiles.FileRow file, List<PaymentFiles.BatchRow> batches) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            render(context, file, batches, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private PaymentBatch batch(
            RunContext context, PaymentFiles.FileRow file, PaymentFiles.BatchRow batch, OpenCursors open) {
        Entity entity = context.terms().entity();
        BankAccount account = context.account(file.debitAccount());
        return new PaymentBatch(
                batch.id(),
                entity.name(),
                entity.address(),
                account,
                context.terms().payDate(),
                // Charges and rates belong to single transfers: one sum would hide them.
                file.rail() == Rail.SEPA && context.bank(account.bank()).batchBooking(),
                batch.payments(),
                batch.sum(),
                () -> open.add(payments.ofBatch(file.run(), batch.id())));
    }

    /** Closes whatever was opened while the file was written. */
    private static final class OpenCursors implements AutoCloseable {
        private final List<PaymentCursor> cursors = new ArrayList<>();
        private final StopPoint stop;

        OpenCursors(StopPoint stop) {
            this.stop = stop;
        }

        Iterator<Payment> add(PaymentCursor cursor) {
            cursors.add(cursor);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return cursor.hasNext();
                }

                @Override
                public Payment next() {
                    stop.pass();
                    return cursor.next();
                }
            };
        }

        @Override
        public void close() {
            cursors.forEach(PaymentCursor::close);
        }
    }
}
