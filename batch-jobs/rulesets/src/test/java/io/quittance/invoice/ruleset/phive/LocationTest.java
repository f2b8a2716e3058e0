package io.quittance.invoice.ruleset.phive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three ways in which Schematron reports name a place. */
class LocationTest {

    private static final String XML = """
            <Invoice xmlns='urn:i' xmlns:cac='urn:a' xmlns:cbc='urn:b'>
              <cac:Line><cbc:ID>1</cbc:ID></cac:Line>
              <cac:Line>
                <cbc:Amount currencyID='EUR'>5</cbc:Amount>
              </cac:Line>
            </Invoice>
            """;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            # reported                                                              path,                          line
            /*:Invoice[namespace-uri()='urn:i'][1],                                 /Invoice,                      1
            /*:Invoice[namespace-uri()='urn:i'][1]/cac:Line[2],                     /Invoice/Line[2],              3
            /*:Invoice[namespace-uri()='urn:i'][1]/cac:Line[2]/cbc:Amount[1],       /Invoice/Line[2]/Amount,       4
            /*:Invoice[namespace-uri()='urn:i']/*:Line[namespace-uri()='urn:a'][1], /Invoice/Line,                 2
            /Invoice[1]/cac:Line[2]/cbc:Amount[1]/@currencyID,                      /Invoice/Line[2]/Amount/@currencyID, 4
            /Invoice[1]/cac:Line[9]/cbc:Amount[1],                                  /Invoice/Line[9]/Amount,       1
            "",                                                                     "",                            0
            """)
    void isAPathAndALine(String reported, String path, long line) throws XMLStreamException {
        var document = SecureXml.document(new ByteArrayInputStream(XML.getBytes(UTF_8)), XmlLimits.DOCUMENT);
        assertThat(Location.of(reported, document)).isEqualTo(new Location(path, line));
    }
}
