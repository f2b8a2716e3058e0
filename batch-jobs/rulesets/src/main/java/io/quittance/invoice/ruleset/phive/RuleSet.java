package io.quittance.invoice.ruleset.phive;

/**
 * A rule set in the version that we apply.
 *
 * @param group and {@code artifact}: phive's name for it
 * @param name ours for it
 * @param binding whether the document has to pass it
 */
record RuleSet(String group, String artifact, String version, String name, boolean binding) {

    /** As one that a document states by the way: its profile goes beyond it. */
    RuleSet informative() {
        return new RuleSet(group, artifact, version, name, false);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
