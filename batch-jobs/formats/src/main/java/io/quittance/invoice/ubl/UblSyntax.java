package io.quittance.invoice.ubl;

import io.quittance.invoice.xml.TermReader;
import io.quittance.invoice.xml.Vocabulary;
import io.quittance.invoice.xml.XmlDays;
import java.util.Map;
import java.util.Set;

/** Namespaces and habits of UBL 2.1. */
final class UblSyntax {

    static final String INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    static final String CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
    static final String AGGREGATES = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    static final String BASICS = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of(AGGREGATES, "cac:", BASICS, "cbc:"),
            Set.of("cac:Signature"),
            Set.of("cac:InvoiceLine", "cac:CreditNoteLine"),
            Set.of("cbc:EmbeddedDocumentBinaryObject"));

    static final TermReader.Dialect DIALECT = new TermReader.Dialect(true, XmlDays::day);

    private UblSyntax() {}
}
