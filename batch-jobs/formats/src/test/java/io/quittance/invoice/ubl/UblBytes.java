package io.quittance.invoice.ubl;

import io.quittance.invoice.Invoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An invoice as UBL in memory. */
public final class UblBytes {

    private UblBytes() {}

    public static byte[] of(Invoice invoice) {
        var out = new ByteArrayOutputStream();
        try {
            UblWriter.write(invoice, "DE", "FR", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
