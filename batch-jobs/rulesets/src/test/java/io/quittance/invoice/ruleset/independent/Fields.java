package io.quittance.invoice.ruleset.independent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody read in a document, by name, in a form that two readings can be compared in: dates as ISO, amounts without zeros. */
final class Fields {

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, List<String>> lists = new TreeMap<>();

    Fields text(String name, @Nullable Object value) {
        texts.put(name, value == null ? "" : value.toString().strip());
        return this;
    }

    /** The day of something that begins like {@code 2026-11-24}. */
    Fields day(String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text(name, text.substring(0, Math.min(10, text.length())));
    }

    Fields amount(String name, @Nullable BigDecimal value) {
        return text(name, plain(value));
    }

    /** One of several: a VAT group, a line. */
    Fields add(String name, @Nullable Object... parts) {
        var written = new ArrayList<String>();
        for (Object part : parts) {
            written.add(
                    part instanceof BigDecimal number
                            ? plain(number)
                            : part == null ? "" : part.toString().strip());
        }
        lists.computeIfAbsent(name, key -> new ArrayList<>()).add(String.join(" ", written));
        return this;
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0
                ? "0"
                : value.stripTrailingZeros().toPlainString();
    }

    /** Names and values, of lists their sorted parts. */
    Map<String, String> all() {
        var all = new TreeMap<>(texts);
        lists.forEach((name, parts) ->
                all.put(name, String.join(" | ", parts.stream().sorted().toList())));
        return all;
    }
}
