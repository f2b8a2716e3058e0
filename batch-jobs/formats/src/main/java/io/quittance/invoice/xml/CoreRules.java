package io.quittance.invoice.xml;

import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.en16931.CoreVatRules;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.util.Locale;

/** Asks the VAT rules of EN 16931 about a document in one of its syntaxes, as far as its own profile wants it to keep them. */
final class CoreRules {

    private CoreRules() {}

    /** What they say. Nothing of PINT, which is another core. */
    static Findings of(InvoiceElement root, XmlInvoiceSyntax syntax, Stated stated, Place document) {
        String profile = profile(stated);
        return profile.startsWith("urn:peppol:pint:")
                ? Findings.NONE
                : CoreVatRules.findings(
                        CoreVatRules.judge(new VatTermsOfXml(root, syntax, stated).terms(), CoreVatRules.Scope.ALL),
                        document,
                        !extendsTheCore(profile));
    }

    private static String profile(Stated stated) {
        String profile = stated.first(Term.PROFILE);
        return profile == null ? "" : profile.strip().toLowerCase(Locale.ROOT);
    }

    /** Factur-X EXTENDED and the extension of XRechnung may break the core. */
    private static boolean extendsTheCore(String profile) {
        boolean facturX = profile.contains("urn:factur-x.eu:1p0:") || profile.contains("urn:zugferd.de:2p0:");
        return (facturX && profile.endsWith(":extended"))
                || profile.contains("urn:xeinkauf.de:kosit:extension:xrechnung_3.");
    }
}
