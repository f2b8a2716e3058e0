package io.quittance.benchmark;

import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxRules;
import io.quittance.tax.TaxTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.kie.api.runtime.KieSession;

/** The rules of {@code tax.drl} in a session, and the documents that they are for. */
final class TaxDrools {

    private static final String RULES = "tax.drl";

    /** Of these tables' rules {@code tax.drl} has an equivalent. */
    private static final Set<String> TRANSLATED = Set.of(
            "TR-020",
            "TR-024",
            "TR-025",
            "TR-040",
            "TR-042",
            "TR-051",
            "TR-061",
            "TR-063",
            "TR-071",
            "TR-072",
            "TR-100",
            "TR-111",
            "TR-120",
            "TR-121",
            "TR-130",
            "TR-131",
            "TR-160.2",
            "TR-161",
            "TR-170",
            "TR-171",
            "TR-190.2",
            "TR-191");

    private TaxDrools() {}

    static KieSession session() {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(services.getResources()
                .newClassPathResource(RULES, TaxDrools.class)
                .setSourcePath("src/main/resources/io/quittance/benchmark/" + RULES));
        Results results = services.newKieBuilder(files).buildAll().getResults();
        if (results.hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(results.toString());
        }
        return services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .newKieSession();
    }

    /** The first documents that one of the translated rules accepts, a rule and a payer at a time. */
    static List<TaxCase> comparable(List<TaxCase> cases, int count, TaxTables tables) {
        TaxRules engine = TableTaxRules.of(tables);
        var seen = new HashSet<String>();
        var chosen = new ArrayList<TaxCase>();
        for (TaxCase one : cases) {
            TaxDecision decision = one.decide(engine);
            if (chosen.size() < count
                    && isTranslated(decision)
                    && seen.add(ruleOf(decision) + one.invoice().vat())) {
                chosen.add(one);
            }
        }
        if (chosen.size() < count) {
            throw new IllegalStateException("Only " + chosen.size() + " documents to compare");
        }
        return List.copyOf(chosen);
    }

    private static boolean isTranslated(TaxDecision decision) {
        return !decision.lines().isEmpty() && TRANSLATED.contains(ruleOf(decision));
    }

    private static String ruleOf(TaxDecision decision) {
        return decision.lines().isEmpty() ? "" : decision.lines().getFirst().treatmentRule();
    }
}
