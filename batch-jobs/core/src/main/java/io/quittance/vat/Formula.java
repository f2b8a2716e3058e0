package io.quittance.vat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the figure of a box comes from, as {@code config/tax/return-forms.csv} writes it.
 *
 * <ul>
 *   <li>nothing: the entries that name the box;
 *   <li>{@code base of output}: the bases of the entries whose output tax names the box;
 *   <li>{@code 20/100 of [08 BASE]}: a share of another box's figure as declared;
 *   <li>{@code withheld no-ABN withholding}: what payments of the period kept back under a name of {@code withholding-rules.csv};
 *   <li>{@code [27] - [45]}, {@code abs [3] - [4]} (without its sign), {@code over [16] - [23]} (nothing when negative).
 * </ul>
 */
public sealed interface Formula {

    /** The entries that name the box. */
    record Entries() implements Formula {}

    /** The bases of the entries whose output tax names the box. */
    record BasesOfOutput() implements Formula {}

    /** What payments kept back. @param tax its name in {@code withholding-rules.csv} */
    record Withheld(String tax) implements Formula {}

    /** A share of what another box declares. */
    record Share(BigDecimal numerator, BigDecimal denominator, Reference of) implements Formula {}

    /** A sum of other boxes. */
    record Sum(Sign sign, List<Term> terms) implements Formula {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** What becomes of a negative sum. */
    enum Sign {
        KEPT,
        ABSOLUTE,
        /** Nothing is left of it. */
        EXCESS
    }

    /** One box in a sum. */
    record Term(boolean negative, Reference of) {}

    /** A box, and which of its figures where it has several. */
    record Reference(String box, @Nullable BoxKind kind) {

        private static final Pattern WRITTEN = Pattern.compile("(.+?)(?: (BASE|GROSS|OUTPUT|INPUT))?");

        static Reference of(String written) {
            Matcher parts = WRITTEN.matcher(written);
            if (!parts.matches()) {
                throw new IllegalArgumentException("\"" + written + "\" names no box");
            }
            return new Reference(
                    parts.group(1).replace('~', ' '), parts.group(2) == null ? null : BoxKind.valueOf(parts.group(2)));
        }

        @Override
        public String toString() {
            return kind == null ? box : box + " " + kind;
        }
    }

    Pattern SHARE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)/(\\d{1,9}) of \\[([^\\[\\]]{1,60})]");
    Pattern TERM = Pattern.compile("\\s{0,3}([-+])?\\s{0,3}\\[([^\\[\\]]{1,60})]");

    /** Reads one. @throws IllegalArgumentException when it is none of the forms above */
    static Formula parse(String text) {
        if (text.isBlank()) {
            return new Entries();
        }
        if (text.equals("base of output")) {
            return new BasesOfOutput();
        }
        if (text.startsWith("withheld ")) {
            return new Withheld(text.substring("withheld ".length()));
        }
        Matcher share = SHARE.matcher(text);
        if (share.matches()) {
            return new Share(
                    new BigDecimal(share.group(1)), new BigDecimal(share.group(2)), Reference.of(share.group(3)));
        }
        if (text.startsWith("abs ")) {
            return new Sum(Sign.ABSOLUTE, terms(text, "abs ".length()));
        }
        return text.startsWith("over ")
                ? new Sum(Sign.EXCESS, terms(text, "over ".length()))
                : new Sum(Sign.KEPT, terms(text, 0));
    }

    /** The terms from a place on, one right behind the other up to the end. */
    private static List<Term> terms(String text, int from) {
        var terms = new ArrayList<Term>();
        Matcher term = TERM.matcher(text);
        int end = from;
        while (term.find(end) && term.start() == end) {
            terms.add(new Term("-".equals(term.group(1)), Reference.of(term.group(2))));
            end = term.end();
        }
        if (terms.isEmpty() || end < text.length()) {
            throw new IllegalArgumentException("\"" + text + "\" is no formula");
        }
        return terms;
    }

    /** The boxes that it is made of. */
    default List<Reference> references() {
        return switch (this) {
            case Entries entries -> List.of();
            case BasesOfOutput bases -> List.of();
            case Withheld withheld -> List.of();
            case Share share -> List.of(share.of());
            case Sum sum -> sum.terms().stream().map(Term::of).toList();
        };
    }
}
