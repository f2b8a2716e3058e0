package io.quittance.invoice.ruleset.phive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rule sets judge a document: the one of the profile that it names in BT-24, and EN 16931 alone. A profile that
 * extends EN 16931 may break the core, which then only informs; one that is less than an invoice (Factur-X MINIMUM and
 * BASIC WL have no lines) is not asked for it. A profile that nobody here knows is judged by EN 16931 alone.
 */
final class RuleSets {

    private static final String CORE_VERSION = "1.3.16";
    private static final String XRECHNUNG_VERSION = "3.0.2";
    private static final String PEPPOL_VERSION = "2026.5";
    private static final String FACTUR_X_VERSION = "2.4";

    private static final String EN_16931 = "urn:cen.eu:en16931:2017";
    private static final String PEPPOL_BILLING = EN_16931 + "#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.";
    private static final String PEPPOL_SELF_BILLING =
            EN_16931 + "#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.";
    private static final String XRECHNUNG = EN_16931 + "#compliant#urn:xeinkauf.de:kosit:xrechnung_3.";
    private static final String XRECHNUNG_EXTENSION = "urn:xeinkauf.de:kosit:extension:xrechnung_3.";
    private static final String PINT = "urn:peppol:pint:";

    private RuleSets() {}

    /** The profile's own first, then EN 16931; empty when no official rules of ours apply. */
    static List<RuleSet> of(Syntax syntax, @Nullable String profile) {
        String named = profile == null ? "" : profile.strip().toLowerCase(Locale.ROOT);
        if (named.startsWith(PINT)) {
            return List.of();
        }
        var chosen = new ArrayList<RuleSet>();
        own(syntax, named).ifPresent(chosen::add);
        if (!isLessThanAnInvoice(chosen)) {
            chosen.add(extendsTheCore(chosen) ? core(syntax).informative() : core(syntax));
        }
        return chosen;
    }

    private static RuleSet core(Syntax syntax) {
        String artifact = switch (syntax) {
            case UBL_INVOICE -> "ubl";
            case UBL_CREDIT_NOTE -> "ubl-creditnote";
            case CII -> "cii";
        };
        return new RuleSet("eu.cen.en16931", artifact, CORE_VERSION, "en16931", true);
    }

    private static Optional<RuleSet> own(Syntax syntax, String profile) {
        if (profile.contains(XRECHNUNG_EXTENSION)) {
            return Optional.of(xrechnung(syntax, syntax != Syntax.UBL_CREDIT_NOTE));
        }
        if (profile.startsWith(XRECHNUNG)) {
            return Optional.of(xrechnung(syntax, false));
        }
        return syntax == Syntax.CII ? facturX(profile) : peppol(syntax, profile);
    }

    private static RuleSet xrechnung(Syntax syntax, boolean extension) {
        String artifact = switch (syntax) {
            case UBL_INVOICE -> "ubl-invoice";
            case UBL_CREDIT_NOTE -> "ubl-creditnote";
            case CII -> "cii";
        };
        return extension
                ? new RuleSet("de.xrechnung.extension", artifact, XRECHNUNG_VERSION, "xrechnung-extension", true)
                : new RuleSet("de.xrechnung", artifact, XRECHNUNG_VERSION, "xrechnung", true);
    }

    private static Optional<RuleSet> peppol(Syntax syntax, String profile) {
        String document = syntax == Syntax.UBL_INVOICE ? "invoice" : "creditnote";
        if (profile.startsWith(PEPPOL_BILLING)) {
            return Optional.of(new RuleSet("eu.peppol.bis3", document, PEPPOL_VERSION, "peppol", true));
        }
        return profile.startsWith(PEPPOL_SELF_BILLING)
                ? Optional.of(new RuleSet(
                        "eu.peppol.bis3", document + "-self-billing", PEPPOL_VERSION, "peppol-self-billing", true))
                : Optional.empty();
    }

    /** Factur-X 1 and ZUGFeRD 2 name their profiles alike but for the publisher: {@code urn:factur-x.eu:1p0:extended}. */
    private static Optional<RuleSet> facturX(String profile) {
        if (profile.equals(EN_16931)) {
            return Optional.of(facturXSet("en16931"));
        }
        if (!profile.contains("urn:factur-x.eu:1p0:") && !profile.contains("urn:zugferd.de:2p0:")) {
            return Optional.empty();
        }
        return switch (profile.substring(profile.lastIndexOf(':') + 1)) {
            case "minimum" -> Optional.of(facturXSet("minimum"));
            case "basicwl" -> Optional.of(facturXSet("basicwl"));
            case "basic" -> Optional.of(facturXSet("basic"));
            case "extended" -> Optional.of(facturXSet("extended"));
            default -> Optional.empty();
        };
    }

    private static RuleSet facturXSet(String artifact) {
        return new RuleSet("de.zugferd", artifact, FACTUR_X_VERSION, "zugferd-" + artifact, true);
    }

    private static boolean isLessThanAnInvoice(List<RuleSet> own) {
        return own.stream()
                .anyMatch(set ->
                        set.artifact().equals("minimum") || set.artifact().equals("basicwl"));
    }

    private static boolean extendsTheCore(List<RuleSet> own) {
        return own.stream()
                .anyMatch(set -> set.artifact().equals("extended") || set.name().equals("xrechnung-extension"));
    }
}
