package io.quittance.invoice.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of an invoice, with the usual prefix of its namespace whatever prefix it came with: {@code cbc:ID},
 * {@code ram:Name}.
 */
public final class InvoiceElement {

    private final String name;
    private final long line;
    private final Map<String, String> attributes;
    private final List<InvoiceElement> children = new ArrayList<>();
    private String text = "";
    private long bytes;

    InvoiceElement(String name, long line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    void add(InvoiceElement child) {
        children.add(child);
    }

    void text(String whole) {
        text = whole;
    }

    void bytes(long counted) {
        bytes = counted;
    }

    /** Its name with the usual prefix. */
    public String name() {
        return name;
    }

    /** The 1-based line where it begins. */
    public long line() {
        return line;
    }

    /** One of its attributes, by local name; null when it is not there. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** Its {@code currencyID}. */
    public @Nullable String currency() {
        return attribute("currencyID");
    }

    /** Its {@code schemeID}. */
    public @Nullable String scheme() {
        return attribute("schemeID");
    }

    /** Its text without blanks around it; empty for an attachment, whose text is not kept. */
    public String text() {
        return text;
    }

    /** How many bytes an attachment has; 0 for other elements. */
    public long bytes() {
        return bytes;
    }

    /** The elements directly below it, in order. */
    public List<InvoiceElement> children() {
        return List.copyOf(children);
    }

    /** All elements at the end of a path like {@code cac:Party/cac:PartyTaxScheme}, in order. */
    public List<InvoiceElement> all(String path) {
        int end = path.indexOf('/');
        String step = end < 0 ? path : path.substring(0, end);
        var found = new ArrayList<InvoiceElement>(2);
        for (InvoiceElement child : children) {
            if (child.name.equals(step)) {
                if (end < 0) {
                    found.add(child);
                } else {
                    found.addAll(child.all(path.substring(end + 1)));
                }
            }
        }
        return found;
    }

    /** The first of them, null when there is none. */
    public @Nullable InvoiceElement first(String path) {
        List<InvoiceElement> found = all(path);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The text of the first of them, null when there is none. */
    public @Nullable String firstText(String path) {
        InvoiceElement found = first(path);
        return found == null ? null : found.text;
    }
}
