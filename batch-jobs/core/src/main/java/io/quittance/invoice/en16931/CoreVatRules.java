package io.quittance.invoice.en16931;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** All VAT rules of EN 16931 on one document. */
public final class CoreVatRules {

    /** How much of a document the rules are asked about. */
    public enum Scope {
        /** Figures alone: national syntaxes have categories and parties of their own. */
        FIGURES,
        /** Figures, categories and rates: lists that name EN 16931's categories, and parties by their place in the register. */
        CATEGORIES,
        /** Everything: documents after EN 16931. */
        ALL
    }

    private record OfCategory(Scope from, BiFunction<VatTerms, VatRuleSet, Stream<Breach>> rule) {}

    private record OfDocument(Scope from, VatRule rule) {}

    private static final List<OfCategory> OF_CATEGORY = List.of(
            new OfCategory(Scope.CATEGORIES, CategoryRules::breakdown),
            new OfCategory(Scope.ALL, CategoryRules::identifiers),
            new OfCategory(Scope.CATEGORIES, CategoryRules::rate),
            new OfCategory(Scope.FIGURES, CategoryRules::base),
            new OfCategory(Scope.FIGURES, CategoryRules::tax),
            new OfCategory(Scope.ALL, CategoryRules::reason));

    private static final List<OfDocument> OF_DOCUMENT = List.of(
            new OfDocument(Scope.ALL, DocumentVatRules::taxPoint),
            new OfDocument(Scope.ALL, DocumentVatRules::categoryOfLines),
            new OfDocument(Scope.ALL, DocumentVatRules::prefix),
            new OfDocument(Scope.ALL, DocumentVatRules::taxCurrency),
            new OfDocument(Scope.ALL, DocumentVatRules::rateOfBreakdowns),
            new OfDocument(Scope.ALL, DocumentVatRules::goodsToOtherStates),
            new OfDocument(Scope.CATEGORIES, DocumentVatRules::outsideScopeAlone),
            new OfDocument(Scope.FIGURES, TotalVatRules::vat),
            new OfDocument(Scope.FIGURES, TotalVatRules::gross),
            new OfDocument(Scope.FIGURES, TotalVatRules::due),
            new OfDocument(Scope.FIGURES, TotalVatRules::taxOfBreakdowns),
            new OfDocument(Scope.FIGURES, TotalVatRules::breakdown));

    private CoreVatRules() {}

    /** Every place at which the document breaks a rule that is asked within the scope. */
    public static List<Breach> judge(VatTerms terms, Scope scope) {
        var breaches = new ArrayList<Breach>();
        for (VatRuleSet category : VatRuleSet.values()) {
            boolean there = terms.uses(category).findAny().isPresent()
                    || terms.groups(category).findAny().isPresent();
            for (OfCategory one : OF_CATEGORY) {
                if (there && one.from().compareTo(scope) <= 0) {
                    one.rule().apply(terms, category).forEach(breaches::add);
                }
            }
        }
        for (OfDocument one : OF_DOCUMENT) {
            if (one.from().compareTo(scope) <= 0) {
                one.rule().broken(terms).forEach(breaches::add);
            }
        }
        return breaches;
    }

    /**
     * The same as findings, each rule once: a document of thousands of lines breaks one rule thousands of times.
     *
     * @param document where it begins, for rules about the document as a whole
     * @param binding whether the document has to keep the rules; one whose profile extends EN 16931 need not
     */
    public static Findings findings(List<Breach> breaches, Place document, boolean binding) {
        FindingCode code = binding ? FindingCode.CORE_VAT_RULE_BROKEN : FindingCode.CORE_VAT_RULE_INFORMS;
        var told = new HashSet<String>();
        return breaches.stream()
                .filter(breach -> told.add(breach.rule()))
                .map(breach -> new Finding(
                        code,
                        code.severity(),
                        new Place(document.file(), breach.line() == 0 ? document.line() : breach.line(), breach.term()),
                        breach.read(),
                        breach.expected(),
                        breach.rule() + ": " + breach.message(),
                        code.hint(),
                        breach.rule()))
                .collect(Findings.gathered());
    }
}
