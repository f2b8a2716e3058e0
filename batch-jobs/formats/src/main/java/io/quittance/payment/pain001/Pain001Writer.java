package io.quittance.payment.pain001;

import io.quittance.payment.PaymentFile;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes a payment file as ISO 20022 {@code pain.001.001.09}, one payment at a time: memory does not grow with the file, but
 * for some thirty bytes a payment that guard against an id given twice. Same file in, same bytes out.
 *
 * <p>The elements and their order are those that the ISO, German (GBIC_5, for SEPA) and Swiss (ch.03) schemas all take. What
 * schemas do not check is checked here, and ends in a {@link BrokenRuleException} before the document is complete.
 */
public final class Pain001Writer {

    /**
     * Writes the file. The stream stays open.
     *
     * @throws BrokenRuleException when a rule is broken or a batch is not what it declares; what was written must be thrown away
     * @throws UncheckedIOException when the stream fails
     */
    public void write(PaymentFile file, OutputStream target) {
        new MessageWriter(file, target).write();
    }
}
