package io.quittance.invoice.file;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a document states, as text, whether it could be understood or not: for lists, for matching, for asking back. Amounts
 * have the sign that they were written with. Nothing is paid by it; {@link io.quittance.invoice.Invoice} is what counts.
 *
 * @param syntax of the document: {@code CSV}, {@code UBL-Invoice}, {@code CII} ...
 * @param terms what stands in the header, in order where a term stands several times
 * @param vat BG-23
 * @param lines how many lines the document has (BG-25)
 * @param attachments BG-24, their names and sizes only
 * @param where the 1-based line at which a term stands first, as far as the syntax tells
 */
public record Stated(
        String syntax,
        Map<Term, List<String>> terms,
        List<Vat> vat,
        int lines,
        List<Attachment> attachments,
        Map<Term, Long> where) {

    /** What a document states, without the lines at which it does. */
    public Stated(String syntax, Map<Term, List<String>> terms, List<Vat> vat, int lines, List<Attachment> attached) {
        this(syntax, terms, vat, lines, attached, Map.of());
    }

    /** Nothing could be read. */
    public static final Stated NOTHING = new Stated("", Map.of(), List.of(), 0, List.of());

    /**
     * VAT of one category and rate (BG-23).
     *
     * @param category BT-118
     * @param rate BT-119
     * @param base BT-116
     * @param tax BT-117
     * @param exemption BT-120, or the code BT-121 where no text is given
     */
    public record Vat(
            @Nullable String category,
            @Nullable String rate,
            @Nullable String base,
            @Nullable String tax,
            @Nullable String exemption) {}

    /**
     * A supporting document inside the invoice (BG-24).
     *
     * @param name of the file (BT-125)
     * @param mediaType its MIME code
     * @param bytes its size
     */
    public record Attachment(
            @Nullable String name, @Nullable String mediaType, long bytes) {}

    public Stated {
        var ordered = new EnumMap<Term, List<String>>(Term.class);
        for (var entry : terms.entrySet()) {
            List<String> there = there(entry.getValue());
            if (!there.isEmpty()) {
                ordered.put(entry.getKey(), there);
            }
        }
        terms = Collections.unmodifiableMap(ordered);
        vat = List.copyOf(vat);
        attachments = List.copyOf(attachments);
        where = Map.copyOf(where);
    }

    private static List<String> there(List<String> texts) {
        for (String text : texts) {
            if (text.isBlank()) {
                return texts.stream().filter(one -> !one.isBlank()).toList();
            }
        }
        return List.copyOf(texts);
    }

    /** Every text of a term, in order. */
    public List<String> all(Term term) {
        return terms.getOrDefault(term, List.of());
    }

    /** The first text of a term; null when it is not stated. */
    public @Nullable String first(Term term) {
        List<String> all = all(term);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** Whom the seller says to be, for looking up: identifier, else VAT id, else legal, else tax registration. */
    public @Nullable String seller() {
        return firstOf(Term.SELLER_ID, Term.SELLER_VAT_ID, Term.SELLER_REGISTRATION, Term.SELLER_TAX_REGISTRATION);
    }

    /** Whom the buyer is said to be, for looking up: like {@link #seller}, else the name. */
    public @Nullable String buyer() {
        return firstOf(Term.BUYER_ID, Term.BUYER_VAT_ID, Term.BUYER_REGISTRATION, Term.BUYER_NAME);
    }

    private @Nullable String firstOf(Term... these) {
        for (Term term : these) {
            String text = first(term);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The currency, when it can be read without any doubt. */
    public @Nullable CurrencyUnit currency() {
        String code = first(Term.CURRENCY);
        return code == null ? null : FieldReader.currencyOf(code);
    }

    /** The gross amount, when it can be read without any doubt. */
    public @Nullable Money gross() {
        CurrencyUnit currency = currency();
        return currency == null ? null : FieldReader.moneyIfReadable(first(Term.GROSS), currency);
    }
}
