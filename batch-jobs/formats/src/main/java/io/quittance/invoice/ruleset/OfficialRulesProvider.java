package io.quittance.invoice.ruleset;

import java.util.ServiceLoader;

/** Makes the official rules; found by {@link ServiceLoader}, so that everything runs without it too. */
public interface OfficialRulesProvider {

    /** The rules within these limits. Cheap: rule sets are loaded when a document needs them. */
    OfficialRules within(RuleLimits limits);

    /** Those on the class path; without any, rules that apply to no document. */
    static OfficialRules installed(RuleLimits limits) {
        return ServiceLoader.load(OfficialRulesProvider.class, OfficialRulesProvider.class.getClassLoader())
                .findFirst()
                .map(provider -> provider.within(limits))
                .orElseGet(() -> OfficialRules.none("no official rule sets are installed"));
    }
}
