package io.quittance.invoice.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headings as they are compared: {@code *Invoice Number}, {@code invoice_number} and {@code InvoiceNumber} are one. */
public final class Headings {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}%]+");

    private Headings() {}

    /** Letters and digits only, in lower case; a per cent sign stays, since it tells a rate from an amount. */
    public static String fold(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll("");
    }
}
