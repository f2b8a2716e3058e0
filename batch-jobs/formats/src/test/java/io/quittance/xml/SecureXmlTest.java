package io.quittance.xml;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security numbers 69 to 76: nothing outside the document is read, nothing grows without a bound. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SecureXmlTest {

    private static final XmlLimits SMALL = new XmlLimits(1 << 20, 5, 20, 100);

    @TempDir
    Path folder;

    @Test
    void readsOrdinaryXml() throws Exception {
        assertThat(texts(
                        "<?xml version='1.0' encoding='utf-8'?><a><!-- c --><b x='1'>5 &lt; 6 &#233;</b><![CDATA[x]]></a>",
                        SMALL))
                .isEqualTo("5 < 6 éx");
        assertThat(texts("\uFEFF<a>mark</a>", SMALL)).isEqualTo("mark");
    }

    @Test
    void neverReadsAFileThatTheDocumentNames() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>\n<a>&x;</a>";
        Finding finding = refusal(xml, SMALL);
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(finding.toString()).doesNotContain("the secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a>\n<a/>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/evil.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]><a/>",
                "<!DOCTYPE a [<!ENTITY a0 'ha'><!ENTITY a1 '&a0;&a0;&a0;'><!ENTITY a2 '&a1;&a1;&a1;'>]><a>&a2;</a>",
                "<a>&unknown;</a>",
                "<a><b></a>",
                "<a/><b/>",
                "<a>cut off",
                " <?xml version='1.0'?><a/>",
                "<?xml version='1.0' encoding='UTF-7'?><a/>",
                "<?xml version='1.0' encoding='UTF-16'?><a/>",
                "<?xml version='1.0' encoding='windows-1252'?><a/>",
                "<a>\u0000</a>",
                "<a>&#0;</a>",
                "<a>&#xD800;</a>",
                "<a x='1' x='2'/>",
                "no xml",
                ""
            })
    void refuses(String xml) {
        assertThat(refusal(xml, SMALL).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(refusal("<a>x</a>".getBytes(UTF_16), SMALL).message()).contains("not UTF-8");
        assertThat(refusal("<a>\u00FC</a>".getBytes(Charset.forName("windows-1252")), SMALL)
                        .message())
                .isEqualTo("column 4: the bytes FC are not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # what                  times      said
            depth,                  100000,    there are more than 5 levels of nested elements
            elements,               21,        there are more than 20 elements
            text,                   101,       there are more than 100 characters in one text
            comment,                101,       there are more than 100 characters in one text
            attribute,              10485760,  there are more than
            bytes,                  1048577,   there are more than 1048576 bytes
            """)
    void stopsAtItsLimits(String what, int times, String said) {
        String xml = switch (what) {
            case "depth" -> "<a>".repeat(times);
            case "elements" -> "<a>" + "<b/>".repeat(times) + "</a>";
            case "text" -> "<a>" + "x".repeat(times) + "</a>";
            case "comment" -> "<a><!--" + "x".repeat(times) + "--></a>";
            case "attribute" -> "<a b='" + "x".repeat(times) + "'/>";
            default -> "<a>" + " ".repeat(times) + "</a>";
        };
        Finding finding = refusal(xml, what.equals("bytes") ? new XmlLimits(1 << 20, 5, 20, 1 << 30) : SMALL);
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        assertThat(finding.message()).contains(said);
    }

    /** 74. */
    @Test
    void manyAttributesAreRefused() throws Exception {
        assertThat(texts("<a" + attributes(200) + ">x</a>", SMALL)).isEqualTo("x");
        for (int count : new int[] {201, 9_999, 200_000}) {
            assertThat(refusal("<a" + attributes(count) + ">x</a>", new XmlLimits(1 << 30, 5, 20, 100))
                            .code())
                    .isIn(FindingCode.FILE_TOO_LARGE, FindingCode.FILE_UNREADABLE);
        }
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(n -> " a" + n + "='1'").collect(Collectors.joining());
    }

    @Test
    void textInPiecesIsCountedAsOneAndAnotherElementStartsAnew() throws Exception {
        String half = "x".repeat(60);
        assertThat(refusal("<a>" + half + "<![CDATA[" + half + "]]></a>", SMALL).code())
                .isEqualTo(FindingCode.FILE_TOO_LARGE);
        assertThat(texts("<a><b>" + half + "</b><b>" + half + "</b></a>", SMALL))
                .hasSize(120);
    }

    @Test
    void saysLineAndColumn() {
        Finding finding = refusal("<a>\n  <b>\n</a>", SMALL);
        assertThat(finding.place()).hasToString("x.xml:3");
        assertThat(finding.message()).startsWith("column 3: ").doesNotContain("ParseError");
    }

    @Test
    void readsElementTextAndTagsWithinTheLimits() throws Exception {
        var reader = open("<a>\n <!-- c -->\n <b>5<!-- d -->6</b></a>".getBytes(UTF_8), SMALL);
        reader.nextTag();
        reader.nextTag();
        assertThat(reader.getLocalName()).isEqualTo("b");
        assertThat(reader.getElementText()).isEqualTo("56");
        assertThatThrownBy(() -> {
                    var mixed = open("<a>text<b/></a>".getBytes(UTF_8), SMALL);
                    mixed.nextTag();
                    mixed.nextTag();
                })
                .isInstanceOf(XMLStreamException.class);
    }

    /** Found by fuzzing: the parser quotes what it refuses, here what a terminal obeys. */
    @Test
    void aReasonIsShortAndHoldsNothingThatATerminalObeys() {
        Finding finding = refusal("<?xml version=\"1.0\u009B31m" + "x".repeat(1_000) + "\"?><a/>", SMALL);
        assertThat(finding.message())
                .contains("1.0 31m")
                .doesNotContain("\u009B")
                .hasSizeLessThan(400);
    }

    @Test
    void validatesAgainstASchemaAndTellsAllFaultsWithTheirLines() throws Exception {
        var schema = SecureXml.schema(xsd("").toURL());
        assertThat(SecureXml.validate(schema, "x.xml", in("<a><n>1</n><n>2</n></a>"), SMALL))
                .isEmpty();
        var faults = SecureXml.validate(schema, "x.xml", in("<a>\n<n>one</n>\n<n>two</n>\n</a>"), SMALL);
        assertThat(faults.stream().map(f -> String.valueOf(f.place())).distinct())
                .containsExactly("x.xml:2", "x.xml:3");
        assertThat(SecureXml.validate(schema, "x.xml", in("<a><n>1</n>"), SMALL))
                .hasSize(1);
        assertThat(SecureXml.validate(schema, "x.xml", in("<!DOCTYPE a><a><n>1</n></a>"), SMALL)
                        .has(FindingCode.FILE_UNREADABLE))
                .isTrue();
    }

    @Test
    void aTreeHasNamesTextsAndLines() throws Exception {
        var tree = SecureXml.document(
                in("<?xml version='1.0'?>\n<!-- c --><p:a xmlns:p='urn:p' xmlns='urn:d'>\n"
                        + "<b x='1' p:y='&lt;'>5<!-- c -->6<![CDATA[<7]]></b></p:a>"),
                SMALL);
        var root = tree.getDocumentElement();
        assertThat(root.getTagName() + " " + root.getNamespaceURI() + " " + SecureXml.lineOf(root))
                .isEqualTo("p:a urn:p 2");
        assertThat(root.getAttribute("xmlns") + " " + root.getAttribute("xmlns:p"))
                .isEqualTo("urn:d urn:p");
        var b = (org.w3c.dom.Element) root.getElementsByTagNameNS("urn:d", "b").item(0);
        assertThat(b.getTextContent() + " " + b.getAttribute("x") + b.getAttributeNS("urn:p", "y"))
                .isEqualTo("56<7 1<");
        assertThat(b.getChildNodes().getLength())
                .as("one text, whatever stood in it")
                .isEqualTo(1);
        assertThat(SecureXml.lineOf(b)).isEqualTo(3);
    }

    @Test
    void aTreeIsRefusedWhatAReaderIsRefused() {
        for (String xml : new String[] {"<!DOCTYPE a><a/>", "<a>&x;</a>", "<a>", "<a/><b/>", "<a>".repeat(10), ""}) {
            assertThatThrownBy(() -> SecureXml.document(in(xml), SMALL)).as(xml).isInstanceOf(XMLStreamException.class);
        }
    }

    @Test
    void aSchemaHintInTheDocumentIsNotFollowed() throws Exception {
        String xml =
                "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='http://127.0.0.1:1/x.xsd'><n>1</n></a>";
        assertThat(SecureXml.validate(SecureXml.schema(xsd("").toURL()), "x.xml", in(xml), SMALL))
                .isEmpty();
    }

    @Test
    void aSchemaMayNotIncludeWhatLiesElsewhere() throws IOException {
        var including = xsd("<xs:include schemaLocation='" + xsd("") + "'/>").toURL();
        assertThatThrownBy(() -> SecureXml.schema(including)).isInstanceOf(IllegalStateException.class);
    }

    private URI xsd(String first) throws IOException {
        Path file = folder.resolve("s" + first.length() + ".xsd");
        return Files.writeString(
                        file,
                        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + first
                                + "<xs:element name='a'><xs:complexType><xs:sequence>"
                                + "<xs:element name='n' type='xs:integer' maxOccurs='unbounded'/>"
                                + "</xs:sequence></xs:complexType></xs:element></xs:schema>")
                .toUri();
    }

    private static Finding refusal(String xml, XmlLimits limits) {
        return refusal(xml.getBytes(UTF_8), limits);
    }

    private static Finding refusal(byte[] xml, XmlLimits limits) {
        var refused = catchThrowableOfType(XMLStreamException.class, () -> texts(xml, limits));
        assertThat(refused).as("nothing was refused").isNotNull();
        return SecureXml.finding("x.xml", refused);
    }

    private static String texts(String xml, XmlLimits limits) throws XMLStreamException {
        return texts(xml.getBytes(UTF_8), limits);
    }

    private static String texts(byte[] xml, XmlLimits limits) throws XMLStreamException {
        var reader = open(xml, limits);
        var text = new StringBuilder();
        while (reader.hasNext()) {
            reader.next();
            text.append(reader.isCharacters() ? reader.getText() : "");
        }
        return text.toString();
    }

    private static javax.xml.stream.XMLStreamReader open(byte[] xml, XmlLimits limits) throws XMLStreamException {
        return SecureXml.reader(new ByteArrayInputStream(xml), limits);
    }

    private static ByteArrayInputStream in(String xml) {
        return new ByteArrayInputStream(xml.getBytes(UTF_8));
    }
}
