package io.quittance.invoice.ubl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of a UBL document, with the usual prefix whatever prefix it came with: {@code cbc:ID}, {@code cac:Party}. */
final class UblElement {

    private final String name;
    private final long line;
    private final @Nullable String currency;
    private final @Nullable String scheme;
    private final List<UblElement> children = new ArrayList<>();
    private String text = "";

    /**
     * @param currency its {@code currencyID}
     * @param scheme its {@code schemeID}
     */
    UblElement(String name, long line, @Nullable String currency, @Nullable String scheme) {
        this.name = name;
        this.line = line;
        this.currency = currency;
        this.scheme = scheme;
    }

    void add(UblElement child) {
        children.add(child);
    }

    void text(String whole) {
        text = whole;
    }

    String name() {
        return name;
    }

    long line() {
        return line;
    }

    @Nullable
    String currency() {
        return currency;
    }

    @Nullable
    String scheme() {
        return scheme;
    }

    /** Its text without blanks around it. */
    String text() {
        return text;
    }

    /** All elements at the end of a path like {@code cac:Party/cac:PartyTaxScheme}, in order. */
    List<UblElement> all(String path) {
        List<UblElement> found = List.of(this);
        for (String step : path.split("/")) {
            found = found.stream()
                    .flatMap(element -> element.children.stream())
                    .filter(child -> child.name.equals(step))
                    .toList();
        }
        return found;
    }

    /** The first of them, null when there is none. */
    @Nullable
    UblElement first(String path) {
        List<UblElement> found = all(path);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The text of the first of them, null when there is none. */
    @Nullable
    String firstText(String path) {
        UblElement found = first(path);
        return found == null ? null : found.text;
    }
}
