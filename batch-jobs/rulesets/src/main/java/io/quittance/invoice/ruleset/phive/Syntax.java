package io.quittance.invoice.ruleset.phive;

import java.util.Arrays;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The syntaxes that have official rules, by their root element. Schematron alone passes whatever has another root or another
 * namespace, since none of its rules finds anything to speak about; so the root decides before any rule is asked.
 */
enum Syntax {
    UBL_INVOICE("urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "Invoice", "InvoiceLine"),
    UBL_CREDIT_NOTE("urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "CreditNote", "CreditNoteLine"),
    /** UN/CEFACT, schema version 100, D16B and D22B alike. */
    CII(
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "CrossIndustryInvoice",
            "IncludedSupplyChainTradeLineItem");

    private final String namespace;
    private final String root;
    private final String line;

    Syntax(String namespace, String root, String line) {
        this.namespace = namespace;
        this.root = root;
        this.line = line;
    }

    static Optional<Syntax> of(Document document) {
        Element root = document.getDocumentElement();
        return Arrays.stream(values())
                .filter(syntax ->
                        syntax.root.equals(root.getLocalName()) && syntax.namespace.equals(root.getNamespaceURI()))
                .findFirst();
    }

    /** How many lines (BG-25) the document has. */
    int lines(Document document) {
        return document.getElementsByTagNameNS("*", line).getLength();
    }
}
