package io.quittance.invoice.ruleset.phive;

import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.OfficialRulesProvider;
import io.quittance.invoice.ruleset.RuleLimits;

/** Brings the rule sets that phive carries. */
public final class PhiveRulesProvider implements OfficialRulesProvider {

    @Override
    public OfficialRules within(RuleLimits limits) {
        return new BoundedRules(limits, new PhiveEngine(), BoundedRules.LOADING);
    }
}
