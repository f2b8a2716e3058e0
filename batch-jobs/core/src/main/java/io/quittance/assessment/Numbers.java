package io.quittance.assessment;

import io.quittance.invoice.InvoiceKey;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How alike two different invoice numbers are. */
final class Numbers {

    /** Two neighbours that changed places are at this distance, too. */
    private static final int MOST_SLIPS = 2;
    /** Of a number as short as {@code 7} or {@code 12} every other one is a slip away. */
    private static final int SHORTEST = 4;

    private static final String SEEN = "OQDILSBZG";
    private static final String TAKEN_FOR = "000115826";

    private Numbers() {}

    /**
     * The strongest resemblance of two numbers as they were written; empty for those that are one in normal form, which are a
     * matter of the key, and for strangers.
     */
    static Optional<Resemblance> resemblance(String written, String otherWritten) {
        String one = InvoiceKey.normalise(written);
        String other = InvoiceKey.normalise(otherWritten);
        if (one.equals(other)) {
            return Optional.empty();
        }
        if (scanned(written).equals(scanned(otherWritten))) {
            return Optional.of(Resemblance.SCANNED_NUMBER);
        }
        if (bare(one).equals(bare(other)) && !bare(one).isEmpty()) {
            return Optional.of(Resemblance.PREFIXED_NUMBER);
        }
        boolean longEnough = Math.min(one.length(), other.length()) >= SHORTEST;
        return longEnough && distance(one, other) <= MOST_SLIPS
                ? Optional.of(Resemblance.NEAR_NUMBER)
                : Optional.empty();
    }

    /** In normal form as a scanner reads it: an O among zeros is one of them before leading zeros are dropped. */
    private static String scanned(String written) {
        var scanned = new StringBuilder(written.length());
        Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .chars()
                .forEach(c -> {
                    int at = SEEN.indexOf(c);
                    scanned.append(at < 0 ? (char) c : TAKEN_FOR.charAt(at));
                });
        return InvoiceKey.normalise(scanned.toString());
    }

    /** Without the letters before the first digit, as {@code RE} in {@code RE2026-12}. */
    private static String bare(String number) {
        return number.replaceFirst("^\\p{L}+", "");
    }

    /** Levenshtein: the fewest characters to insert, remove or exchange. Numbers are short, so the whole table is made. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
