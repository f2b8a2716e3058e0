package io.quittance.invoice.xml;

import io.quittance.invoice.file.Term;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where a syntax states which business term. Filled once, then only read. */
public final class TermTable {

    private final Map<Term, Function<InvoiceElement, Stream<String>>> places = new EnumMap<>(Term.class);

    private final Map<Term, List<String>> paths = new EnumMap<>(Term.class);

    /** The term stands at the first of these paths at which anything stands. */
    public TermTable at(Term term, String... tried) {
        paths.put(term, List.of(tried));
        return from(term, root -> standing(root, List.of(tried)).stream().map(InvoiceElement::text));
    }

    private static List<InvoiceElement> standing(InvoiceElement root, List<String> tried) {
        for (String path : tried) {
            List<InvoiceElement> found = root.all(path);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The line of the first element of each term that stands at a path, from 1. */
    public static Map<Term, Long> lines(InvoiceElement root, TermTable... tables) {
        var lines = new EnumMap<Term, Long>(Term.class);
        for (TermTable table : tables) {
            table.paths.forEach((term, tried) ->
                    standing(root, tried).stream().findFirst().ifPresent(first -> lines.put(term, first.line())));
        }
        return lines;
    }

    /** The term is found in the root in a way of its own. */
    public TermTable from(Term term, Function<InvoiceElement, Stream<String>> place) {
        places.put(term, place);
        return this;
    }

    /** What stands at all places of some tables. */
    public static Map<Term, List<String>> read(InvoiceElement root, TermTable... tables) {
        var terms = new EnumMap<Term, List<String>>(Term.class);
        for (TermTable table : tables) {
            table.places.forEach(
                    (term, place) -> terms.put(term, place.apply(root).toList()));
        }
        return terms;
    }
}
