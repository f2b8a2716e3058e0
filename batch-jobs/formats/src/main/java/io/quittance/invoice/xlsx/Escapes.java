package io.quittance.invoice.xlsx;

import java.util.regex.Pattern;

/** {@code _x000D_}: how a workbook writes characters that cannot stand in XML (ECMA-376 part 1, 22.9.2.19). */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String resolved(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }
}
