package io.quittance.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.finding.FindingCode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8ReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Müller, Łódź\r\n日本", "\uD83D\uDE00 x", "tab\there"})
    void readsWhatWasWritten(String text) throws IOException {
        assertThat(read(text.getBytes(UTF_8))).isEqualTo(text);
        assertThat(read(("\uFEFF" + text).getBytes(UTF_8)))
                .as("with a byte order mark")
                .isEqualTo(text);
    }

    @Test
    void readsCharactersThatStraddleItsBufferAndASlowStream() throws IOException {
        String text = "é".repeat(40_000) + "\uD83D\uDE00".repeat(20_000);
        var slow = new FilterInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 7));
            }
        };
        assertThat(read(slow, 1 << 20)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # bytes as Latin-1                  line  column   said
            'ab\u00FCc',                        1,    3,       the bytes FC are not UTF-8
            'ab\n\ncd\u00C3\u0028',             3,    3,       the bytes C3 are not UTF-8
            'ab\r\ncd\re\u0000f',               3,    2,       there is a control character U+0000
            'x\u001B[31m',                      1,    2,       there is a control character U+001B
            'x\u00ED\u00A0\u0080',              1,    2,       the bytes ED A0 80 are not UTF-8
            'x\u00E2\u0082',                    1,    2,       the bytes E2 82 are not UTF-8
            """)
    void saysWhereItStopped(String latin1, long line, long column, String said) {
        var refusal = catchThrowableOfType(UnreadableException.class, () -> read(latin1.getBytes(ISO_8859_1)));
        var finding = refusal.finding("a.csv");
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(finding.place()).hasToString("a.csv:" + line);
        assertThat(finding.message()).isEqualTo("column " + column + ": " + said);
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() -> read("abc".getBytes(UTF_16BE))).hasMessageContaining("U+0000");
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a'}))
                .hasMessageContaining("FE");
    }

    @Test
    void stopsAtTheLimitAndNotBefore() throws IOException {
        byte[] ten = "0123456789".getBytes(UTF_8);
        assertThat(read(new ByteArrayInputStream(ten), 10)).hasSize(10);
        assertThatThrownBy(() -> read(new ByteArrayInputStream(ten), 9)).hasMessage("there are more than 9 bytes");
    }

    private static String read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes), 1 << 20);
    }

    private static String read(InputStream in, long limit) throws IOException {
        try (var reader = new StrictUtf8Reader(in, limit)) {
            var text = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
            return text.toString();
        }
    }
}
