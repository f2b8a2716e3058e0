package io.quittance.payment.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How letters and signs that Unicode cannot take apart are written in Latin. Lower case only; {@link Transliteration} sees to
 * capitals. Letter by letter, without looking at neighbours, so that a text never depends on anything but itself.
 */
final class Letters {

    /** Latin letters with strokes, ligatures and the like: no decomposition in Unicode. */
    private static final String LATIN = """
            ß ss  æ ae  œ oe  ø o   đ d   ð d   þ th  ł l   ħ h   ŧ t   ŋ n   ı i   ĸ k   ƒ f   ə e   ɓ b   ɗ d   ɔ o   ɛ e
            """;

    /** Cyrillic by ICAO Doc 9303 part 3, section 6.B (passports): Russian, Belarusian, Ukrainian, Bulgarian, Serbian, Macedonian. */
    private static final String CYRILLIC = """
            а a   б b   в v   г g   д d   е e   ё e   ж zh  з z   и i   й i   к k   л l   м m   н n   о o   п p   р r
            с s   т t   у u   ф f   х kh  ц ts  ч ch  ш sh  щ shch  ъ ie  ы y   э e   ю iu  я ia
            є ie  і i   ї i   ґ g   ў u   ђ d   ј j   љ lj  њ nj  ћ c   џ dz  ѓ g   ќ k   ѕ dz
            """;

    /** Greek by ELOT 743, letter by letter; accents fall off by decomposition. */
    private static final String GREEK = """
            α a   β v   γ g   δ d   ε e   ζ z   η i   θ th  ι i   κ k   λ l   μ m   ν n   ξ x   ο o   π p   ρ r   σ s
            ς s   τ t   υ y   φ f   χ ch  ψ ps  ω o
            """;

    /** The soft sign has no sound of its own: it is dropped, as ICAO does. */
    private static final int SOFT_SIGN = 'ь';

    /** Signs: first those of ASCII that SEPA does not carry, then typography and money. Our own table. */
    private static final String SIGNS = """
            & +   ; ,   _ -   [ (   ] )   { (   } )   < (   > )   @ (at)  % pct  = -   # No  * .   ! .   | /   \\ /   ~ -   ^ .   ` '   " '
            ‘ '   ’ '   ‚ '   ‛ '   ʼ '   “ '   ” '   „ '   « '   » '   ‹ '   › '   ′ '   ‐ -   ‑ -   ‒ -   – -   — -   ― -   − -   • -   · .   ¿ ?   ¡ .
            × x   ÷ /   ⁄ /   $ USD  € EUR  £ GBP  ¥ JPY  § S   ¶ P   © (c)  ® (r)  ° .
            """;

    private static final Map<Integer, String> WRITTEN = table(LATIN, CYRILLIC, GREEK, SIGNS);

    private Letters() {}

    /** The Latin writing of a lower-case letter or sign; empty for one that is dropped; null when the tables do not know it. */
    static @Nullable String latin(int lowerCase) {
        return lowerCase == SOFT_SIGN ? "" : WRITTEN.get(lowerCase);
    }

    private static Map<Integer, String> table(String... blocks) {
        Map<Integer, String> table = new HashMap<>();
        for (String block : blocks) {
            String[] words = block.strip().split("\\s+", -1);
            for (int i = 0; i < words.length; i += 2) {
                table.put(words[i].codePointAt(0), words[i + 1]);
            }
        }
        return table;
    }
}
