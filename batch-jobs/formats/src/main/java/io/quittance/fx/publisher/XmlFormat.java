package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/**
 * A format in XML.
 *
 * @param reads whether a root is of this format
 */
record XmlFormat(Predicate<QName> reads, Reading reading) {

    /** Takes what the document says; the walk is at its root. */
    @FunctionalInterface
    interface Reading {
        void read(XmlWalk walk, RateCollector rates) throws XMLStreamException;
    }

    static final List<XmlFormat> ALL = List.of(
            new XmlFormat(root -> is(root, "Envelope", "gesmes.org"), EcbXml::read),
            new XmlFormat(
                    root -> is(root, "Envelope", "schemas.xmlsoap.org/soap/envelope"), NationalBankOfHungary::read),
            new XmlFormat(root -> is(root, "DataSet", "bnr.ro/xsd"), NationalBankOfRomania::read),
            new XmlFormat(root -> is(root, "ValCurs", ""), BankOfRussia::read),
            new XmlFormat(root -> is(root, "exchangeRateMonthList", ""), HmrcXml::read),
            new XmlFormat(root -> is(root, "ArrayOfExchangeRatesTable", ""), NationalBankOfPoland::readXml),
            new XmlFormat(root -> root.getNamespaceURI().contains("backend-rates."), SwissCustoms::read));

    private static boolean is(QName root, String name, String namespace) {
        return root.getLocalPart().equals(name) && root.getNamespaceURI().contains(namespace);
    }
}
