package io.quittance.invoice.ruleset;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One XML document that official rules may apply to. Its root element says which syntax it is in.
 *
 * @param name of the file, for people
 * @param xml the document alone; of a hybrid PDF the embedded one
 * @param profile BT-24, which decides the rule set; null when not stated
 */
public record RuledDocument(
        String name, DeliveredFile.Content xml, @Nullable String profile) {

    private static final int HEAD = 512;

    /** The document of a file that is one document in XML; empty for syntaxes without official rules and other kinds of files. */
    public static Optional<RuledDocument> of(DeliveredFile file, Stated stated) {
        String syntax = stated.syntax();
        boolean mayHaveRules = syntax.startsWith("UBL") || syntax.endsWith("CII");
        return mayHaveRules && isXml(file)
                ? Optional.of(new RuledDocument(file.name(), file.content(), stated.first(Term.PROFILE)))
                : Optional.empty();
    }

    private static boolean isXml(DeliveredFile file) {
        try (InputStream in = file.open()) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().startsWith("<");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
