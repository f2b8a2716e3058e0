package io.quittance.payment.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name, address or text as it is sent to a bank. Depends on nothing but the text and the set: no locale, no platform.
 *
 * @param original as it was given
 * @param sent only characters of the set, no blanks at the ends, no two blanks in a row
 * @param lost how many characters had no writing in the set and became a full stop
 */
public record Transliteration(String original, String sent, int lost) {

    /** Writes a text in a character set: by decomposition (NFKD) without marks, else by table, else by a full stop. */
    public static Transliteration of(String original, CharacterSet target) {
        if (isWritten(original, target)) {
            return new Transliteration(original, original, 0);
        }
        Writing writing = new Writing(target);
        int[] letters =
                Normalizer.normalize(original, Normalizer.Form.NFC).codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean amongCapitals =
                    isCapital(letters, i + 1) || (!isLetter(letters, i + 1) && isCapital(letters, i - 1));
            writing.letter(letters[i], amongCapitals);
        }
        return new Transliteration(original, writing.text.toString().strip(), writing.lost);
    }

    /** The text as sent, cut to a length. */
    public String sent(int atMost) {
        return sent.length() <= atMost ? sent : sent.substring(0, atMost).strip();
    }

    /** Whether a reader would recognise anything: at least one letter or digit is left. */
    public boolean isLegible() {
        return sent.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Most texts are what they should be already. */
    private static boolean isWritten(String text, CharacterSet target) {
        return target.hasAll(text) && !text.startsWith(" ") && !text.endsWith(" ") && !text.contains("  ");
    }

    private static boolean isCapital(int[] letters, int at) {
        return at >= 0 && at < letters.length && Character.isUpperCase(letters[at]);
    }

    private static boolean isLetter(int[] letters, int at) {
        return at >= 0 && at < letters.length && Character.isLetter(letters[at]);
    }

    private static final class Writing {
        private final CharacterSet target;
        private final StringBuilder text = new StringBuilder();
        private int lost;

        Writing(CharacterSet target) {
            this.target = target;
        }

        void letter(int letter, boolean amongCapitals) {
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\u0000') {
                blank();
            } else if (target.has(letter)) {
                text.appendCodePoint(letter);
            } else {
                foreign(letter, amongCapitals);
            }
        }

        private void foreign(int letter, boolean amongCapitals) {
            String latin = Letters.latin(Character.toLowerCase(letter));
            String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
            if (latin != null) {
                text.append(Character.isUpperCase(letter) ? capital(latin, amongCapitals) : latin);
            } else if (!parts.equals(Character.toString(letter))) {
                parts.codePoints().forEach(part -> letter(part, amongCapitals));
            } else if (!isMark(letter)) {
                text.append('.');
                lost++;
            }
        }

        private void blank() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }

        /** Þ is "TH" in ÞÓR and "Th" in Þór. */
        private static String capital(String latin, boolean amongCapitals) {
            int first = amongCapitals ? latin.length() : Math.min(1, latin.length());
            return latin.substring(0, first).toUpperCase(Locale.ROOT) + latin.substring(first);
        }

        private static boolean isMark(int letter) {
            return switch (Character.getType(letter)) {
                case Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.COMBINING_SPACING_MARK,
                        Character.FORMAT,
                        Character.CONTROL,
                        Character.MODIFIER_LETTER -> true;
                default -> false;
            };
        }
    }
}
