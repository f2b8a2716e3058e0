package io.quittance.invoice.ruleset.phive;

import io.quittance.xml.SecureXml;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Where a rule is broken: a Schematron report gives an XPath, people want a line.
 *
 * @param path local names, with an index from the second on: {@code /Invoice/InvoiceLine[2]}; empty when unknown
 * @param line from 1; 0 when unknown
 */
record Location(String path, long line) {

    private static final Location UNKNOWN = new Location("", 0);

    /** {@code /cac:LegalMonetaryTotal[1]}, {@code /*:Invoice[namespace-uri()='...'][1]}, {@code /@currencyID}. */
    private static final Pattern STEP =
            Pattern.compile("/(@)?(?:[\\w.*-]+:)?([\\w.-]+)(?:\\[namespace-uri\\(\\)='[^']*'])?(?:\\[(\\d+)])?");

    /** @param xpath of the report; null for a fault of the schema, which names no place in a tree */
    static Location of(@Nullable String xpath, Document document) {
        if (xpath == null || xpath.isBlank()) {
            return UNKNOWN;
        }
        var path = new StringBuilder();
        Node at = document;
        long line = 0;
        for (Matcher step = STEP.matcher(xpath); step.find(); ) {
            int index = step.group(3) == null ? 1 : Integer.parseInt(step.group(3));
            path.append('/').append(step.group(1) == null ? "" : "@").append(step.group(2));
            path.append(index > 1 ? "[" + index + "]" : "");
            at = at == null || step.group(1) != null ? null : child(at, step.group(2), index);
            line = at == null ? line : SecureXml.lineOf(at);
        }
        return new Location(path.toString(), line);
    }

    private static @Nullable Node child(Node parent, String name, int index) {
        int found = 0;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element && name.equals(child.getLocalName()) && ++found == index) {
                return child;
            }
        }
        return null;
    }
}
