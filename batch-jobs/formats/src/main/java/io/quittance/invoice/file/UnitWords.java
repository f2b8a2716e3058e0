package io.quittance.invoice.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units as people write them, where a syntax asks for no code (BT-130 wants one of UN/ECE Recommendation 20). Only words that mean
 * one unit in every language that is known here; any other text stays what it is, so that nobody takes it for the contract's unit.
 */
public final class UnitWords {

    private static final Map<String, String> CODES = codes(Map.of(
            "HUR",
            List.of(
                    "h hr hrs hour hours",
                    "std stunde stunden",
                    "ora ore",
                    "godz godzina godziny godzin rbh",
                    "hora horas",
                    "heure heures",
                    "uur uren"),
            "DAY",
            List.of(
                    "day days",
                    "tag tage",
                    "gg giorno giorni",
                    "dzień dni",
                    "día dia días dias",
                    "jour jours",
                    "dag dagen"),
            "WEE",
            List.of("week weeks weken", "woche wochen", "settimana settimane", "tydz tydzień tygodnie tygodni"),
            "MON",
            List.of(
                    "month months",
                    "monat monate",
                    "mese mesi",
                    "mies miesiąc miesiące miesięcy",
                    "mes meses",
                    "mois",
                    "maand maanden"),
            "C62",
            List.of("pc pcs piece pieces", "stk stück", "pz", "szt")));

    private UnitWords() {}

    private static Map<String, String> codes(Map<String, List<String>> words) {
        var codes = new HashMap<String, String>();
        words.forEach((code, languages) -> {
            codes.put(code.toLowerCase(Locale.ROOT), code);
            languages.forEach(language -> List.of(language.split(" ")).forEach(word -> codes.putIfAbsent(word, code)));
        });
        return Map.copyOf(codes);
    }

    /** The code for a word, whatever its case and with or without a full stop behind it; another text unchanged, null for null. */
    public static @Nullable String code(@Nullable String stated) {
        if (stated == null) {
            return null;
        }
        String word = stated.strip().toLowerCase(Locale.ROOT);
        String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        return CODES.getOrDefault(bare, stated);
    }
}
