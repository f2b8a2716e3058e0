package io.quittance.payment.xml;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small piece of a document, by local names: namespaces and prefixes are left out on purpose, because banks vary them.
 * Paths are local names joined by a slash, e.g. {@code Acct/Id/IBAN}.
 */
public final class XmlElement {

    private final String name;
    private final Place place;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder characters = new StringBuilder();

    XmlElement(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    void attribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String text) {
        characters.append(text);
    }

    int length() {
        return characters.length();
    }

    public String name() {
        return name;
    }

    /** File, line and name of this element. */
    public Place place() {
        return place;
    }

    /** Its own characters without blanks at the ends; null when nothing is left. */
    public @Nullable String text() {
        String text = characters.toString().strip();
        return text.isEmpty() ? null : text;
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** Every child of that name, in document order. */
    public List<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /** The first element at a path; null when there is none. */
    public @Nullable XmlElement at(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        for (XmlElement child : children) {
            if (child.name.equals(first)) {
                XmlElement found = slash < 0 ? child : child.at(path.substring(slash + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The first text at one of the paths; null when there is none. */
    public @Nullable String text(String... paths) {
        for (String path : paths) {
            XmlElement element = at(path);
            if (element != null && element.text() != null) {
                return element.text();
            }
        }
        return null;
    }

    /** The first element at one of the paths, or the finding that it is missing. */
    public XmlElement required(String... paths) throws RefusedException {
        for (String path : paths) {
            XmlElement element = at(path);
            if (element != null) {
                return element;
            }
        }
        throw missing(String.join(" or ", paths));
    }

    /** The first text at one of the paths, or the finding that it is missing. */
    public String requiredText(String... paths) throws RefusedException {
        String text = text(paths);
        if (text == null) {
            throw missing(String.join(" or ", paths));
        }
        return text;
    }

    private RefusedException missing(String what) {
        return new RefusedException(Finding.of(
                FindingCode.FIELD_MISSING,
                place,
                null,
                what,
                name + " lacks " + what + "; the file cannot be used without it"));
    }
}
