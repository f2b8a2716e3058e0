package io.quittance.invoice.json;

import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Reading;
import io.quittance.xml.XmlLimits;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security number 98 and its neighbours at the door for invoices. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JsonHostileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # in place of | stands                           | line | says
            "INV-1"       | "A", "invoiceNumber": "B"        | 2    | Duplicate Object property "invoiceNumber"
            "INV-1"       | "A", "invoice\\u004eumber": "B"  | 2    | Duplicate Object property "invoiceNumber"
            "950.00"      | NaN                              | 8    | NaN
            "950.00"      | Infinity                         | 8    | Infinity
            "950.00"      | -Infinity                        | 8    | INF
            "950.00"      | 0950                             | 8    | leading zeroes
            "950.00"      | +950                             | 8    | '+'
            "950.00"      | .5                               | 8    | '.'
            "950.00"      | 5.                               | 8    | numeric
            "950.00"      | 0x3B6                            | 8    | 'x'
            "950.00"      | '950.00'                         | 8    | '''
            "INV-1"       | "A" /* x */                      | 2    | comment
            "INV-1"       | "\\ud800"                        | 2    | half a character, U+D800
            "INV-1"       | "\\udc00\\ud800"                 | 2    | half a character, U+DC00
            "INV-1"       | "a\\qb"                          | 2    | escape
            "INV-1",      | "INV-1"                          | 3    | comma
            "EUR"         | EUR                              | 5    | token
            }             | },                               | 6    | ,
            """)
    void refusesWhatIsNoJsonWithItsLine(String old, String other, long line, String says) {
        Finding finding = refusal(new JsonPage().with(old, other).file());
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(finding.place()).isNotNull();
        assertThat(finding.place().line()).isBetween(line, line + 1);
        assertThat(finding.message()).containsIgnoringCase(says);
    }

    @Test
    void nothingMayFollow() {
        for (String more : new String[] {"{}", "[]", "x", "1", "]", new JsonPage().text()}) {
            assertThat(refusal(file("a.json", new JsonPage().text() + more)).code())
                    .as(more)
                    .isEqualTo(FindingCode.FILE_UNREADABLE);
            assertThat(refusal(file("a.json", "[" + new JsonPage().text() + "]" + more))
                            .code())
                    .as(more)
                    .isEqualTo(FindingCode.FILE_UNREADABLE);
        }
    }

    @Test
    void depthLengthAndNumbersAreBounded() {
        var deep = new JsonPage().with("\"INV-1\"", "[".repeat(100_000));
        assertThat(refusal(deep.file()).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        assertThat(refusal(file("a.json", "[".repeat(100_000))).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        var text = new JsonPage().with("INV-1", "x".repeat(200_000));
        assertThat(refusal(text.file()).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        var digits = new JsonPage().with("\"950.00\"", "9".repeat(10_000));
        assertThat(refusal(digits.file()).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        var name = new JsonPage().with("\"net\"", "\"" + "n".repeat(10_000) + "\": 1, \"net\"");
        assertThat(refusal(name.file()).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        var wide = new JsonPage().with("\"INV-1\"", "[" + "[],".repeat(1_000_000) + "[]]");
        assertThat(refusal(wide.file()).message()).contains("characters in one document");
        var tiny = new ReadLimits(10, 1, 1, 1, XmlLimits.DOCUMENT);
        assertThat(refusal(new JsonPage().file(), tiny).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
    }

    @Test
    void anotherEncodingIsNeverGuessed() {
        String text = new JsonPage().with("Jane Roe", "J\u00FCrgen").text();
        assertThat(refusal(DeliveredFile.of("a.json", text.getBytes(ISO_8859_1)))
                        .code())
                .isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(refusal(DeliveredFile.of("a.json", text.getBytes(UTF_16LE))).code())
                .isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(Reading.understood(Reading.documents(file("a.json", "\uFEFF" + text))
                                .getFirst())
                        .contractorName())
                .isEqualTo("J\u00FCrgen");
    }

    @Test
    void everyPrefixOfAFileIsRefusedAsAWhole() {
        byte[] whole = ("[" + new JsonPage().text() + "," + new JsonPage().text() + "]")
                .strip()
                .getBytes(UTF_8);
        IntStream.range(0, whole.length)
                .filter(length -> length % 7 == 0 || length > whole.length - 20)
                .forEach(length -> assertThat(refusal(DeliveredFile.of("a.json", Arrays.copyOf(whole, length)))
                                .code())
                        .as("%d bytes", length)
                        .isEqualTo(FindingCode.FILE_UNREADABLE));
    }
}
