package io.quittance.invoice.ruleset.phive;

import io.quittance.invoice.ruleset.Judgement;
import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.RuleLimits;
import io.quittance.invoice.ruleset.RuleVerdict;
import io.quittance.invoice.ruleset.RuledDocument;
import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;

/** Reads a document, chooses its rule sets, and has them applied within the limits. */
final class BoundedRules implements OfficialRules {

    /** A tree takes several times the memory of its text, so it is limited closer than our own reading. */
    private static final XmlLimits TREE = new XmlLimits(20L << 20, 64, 150_000, 16 << 20);

    /** At its first use a rule set is loaded: one to three seconds on a quiet machine. */
    static final Duration LOADING = Duration.ofMinutes(2);

    private final RuleLimits limits;
    private final RuleEngine engine;
    private final Duration loading;
    private final BoundedRuns runs;
    private final Set<RuleSet> loaded = ConcurrentHashMap.newKeySet();

    /** @param loading more time for a rule set at its first use */
    BoundedRules(RuleLimits limits, RuleEngine engine, Duration loading) {
        this.limits = limits;
        this.engine = engine;
        this.loading = loading;
        this.runs = new BoundedRuns(limits.threads());
    }

    @Override
    public Judgement judge(RuledDocument ruled) {
        try (InputStream in = ruled.xml().open()) {
            Document document = SecureXml.document(in, TREE);
            return Syntax.of(document)
                    .map(syntax -> judge(ruled, document, syntax))
                    .orElseGet(() -> new Judgement.NotApplicable("no official rules are known for the root element "
                            + document.getDocumentElement().getTagName()));
        } catch (XMLStreamException e) {
            return new Judgement.NotRun(SecureXml.finding(ruled.name(), e).message());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + ruled.name(), e);
        }
    }

    private Judgement judge(RuledDocument ruled, Document document, Syntax syntax) {
        int lines = syntax.lines(document);
        if (lines > limits.lines()) {
            return new Judgement.NotRun(lines + " lines are more than the limit of " + limits.lines());
        }
        List<RuleSet> chosen = RuleSets.of(syntax, ruled.profile());
        if (chosen.isEmpty()) {
            return new Judgement.NotApplicable("no official rules are at hand for the profile " + ruled.profile());
        }
        return apply(chosen, document);
    }

    /** One tree serves all rule sets one after another: it is not safe for two threads. */
    private Judgement apply(List<RuleSet> chosen, Document document) {
        Duration limit =
                loaded.containsAll(chosen) ? limits.time() : limits.time().plus(loading);
        BoundedRuns.Outcome<List<RuleVerdict>> outcome = runs.run(() -> verdicts(chosen, document), limit);
        return switch (outcome) {
            case BoundedRuns.Outcome.Done<List<RuleVerdict>> done -> {
                loaded.addAll(chosen);
                yield new Judgement.Judged(done.result());
            }
            case BoundedRuns.Outcome.NotDone<List<RuleVerdict>> not -> new Judgement.NotRun(not.reason());
        };
    }

    private List<RuleVerdict> verdicts(List<RuleSet> chosen, Document document) {
        var verdicts = new ArrayList<RuleVerdict>(chosen.size());
        for (RuleSet ruleSet : chosen) {
            verdicts.add(engine.apply(ruleSet, document));
        }
        return verdicts;
    }
}
