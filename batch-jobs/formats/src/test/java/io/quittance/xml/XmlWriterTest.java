package io.quittance.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlWriterTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void writesAPageAsItStandsHere() throws IOException {
        try (var xml = new XmlWriter(bytes)) {
            xml.open("Document", "xmlns", "urn:x").open("A");
            xml.text("Amt", "1.00", "Ccy", "EUR")
                    .textIfAny("B", null)
                    .textIfAny("C", "ß & <co>")
                    .end()
                    .end();
        }
        assertThat(bytes.toString(UTF_8)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:x">
                  <A>
                    <Amt Ccy="EUR">1.00</Amt>
                    <C>ß &amp; &lt;co&gt;</C>
                  </A>
                </Document>
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a ", "line\nbreak\r\n\ttab", "]]>", "\"'&<>", "\uD83D\uDE00 Ł", "=cmd|' /C calc'!A0"})
    void whatIsWrittenIsRead(String text) throws Exception {
        try (var xml = new XmlWriter(bytes)) {
            xml.text("a", text, "x", text);
        }
        var reader = SecureXml.reader(new ByteArrayInputStream(bytes.toByteArray()), XmlLimits.DOCUMENT);
        reader.nextTag();
        assertThat(reader.getAttributeValue(0)).isEqualTo(text);
        assertThat(reader.getElementText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001B", "\uD800", "\uFFFF"})
    void aForbiddenCharacterIsABug(String text) {
        var xml = new XmlWriter(bytes);
        assertThatThrownBy(() -> xml.text("a", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anElementLeftOpenIsABug() {
        var xml = new XmlWriter(bytes).open("a");
        assertThatThrownBy(xml::close).hasMessage("The element a was left open");
    }
}
