package io.quittance.invoice.xml;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.text.StrictUtf8Reader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The text of a file that was read before, once more. */
public final class WholeText {

    private WholeText() {}

    /** @throws UncheckedIOException when it cannot be read any more: it was, a moment ago */
    public static String of(DeliveredFile file, ReadLimits limits) {
        try (var reader = new StrictUtf8Reader(file.open(), limits.xml().bytes())) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name() + " again", e);
        }
    }
}
