package io.quittance.invoice.ruleset;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.pdf.PdfInvoices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One XML document that official rules may apply to. Its root element says which syntax it is in.
 *
 * @param name of the file, for people; of a hybrid PDF with that of the embedded one
 * @param xml the document alone; of a hybrid PDF the embedded one
 * @param profile BT-24, which decides the rule set; null when not stated
 */
public record RuledDocument(
        String name, DeliveredFile.Content xml, @Nullable String profile) {

    private static final int HEAD = 512;

    /**
     * The document of a file that is one document in XML, or a PDF with one inside; empty for syntaxes without official rules and
     * other kinds of files.
     */
    public static Optional<RuledDocument> of(DeliveredFile file, Stated stated) {
        String syntax = stated.syntax();
        return syntax.contains("UBL") || syntax.endsWith("CII")
                ? xml(file).map(xml -> new RuledDocument(xml.name(), xml.content(), stated.first(Term.PROFILE)))
                : Optional.empty();
    }

    private static Optional<DeliveredFile> xml(DeliveredFile file) {
        String head = head(file);
        if (head.startsWith("%PDF-")) {
            return PdfInvoices.invoiceInside(file, ReadLimits.DEFAULT);
        }
        return head.stripLeading().startsWith("<") ? Optional.of(file) : Optional.empty();
    }

    private static String head(DeliveredFile file) {
        try (InputStream in = file.open()) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
