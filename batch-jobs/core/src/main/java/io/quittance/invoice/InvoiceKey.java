package io.quittance.invoice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What makes a document unique, for ever: payer, payee, kind, normalised number and year of issue.
 *
 * @param number normalised by {@link #normalise}
 */
public record InvoiceKey(String entity, String contractor, DocumentKind kind, String number, int year) {

    private static final Pattern RUN = Pattern.compile("(\\p{Nd}+)|(\\p{L}+)");

    /**
     * The number as duplicates are compared: NFKC, upper case, letters and digits only, no leading zeros in a run of
     * digits. So {@code inv 001} and {@code INV-1} are one number. Two runs of digits stay apart, since {@code 2026-1-11}
     * and {@code 2026-11-1} are two invoices.
     */
    public static String normalise(String number) {
        String folded = Normalizer.normalize(number, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var normal = new StringBuilder(folded.length());
        boolean afterDigits = false;
        for (var run = RUN.matcher(folded); run.find(); ) {
            String digits = run.group(1);
            if (digits == null) {
                normal.append(run.group(2));
            } else {
                normal.append(afterDigits ? "-" : "").append(withoutLeadingZeros(digits));
            }
            afterDigits = digits != null;
        }
        return normal.toString();
    }

    private static String withoutLeadingZeros(String digits) {
        var ascii = new StringBuilder();
        digits.codePoints().map(c -> Character.digit(c, 10)).forEach(ascii::append);
        return ascii.toString().replaceFirst("^0+(?=.)", "");
    }
}
