package io.quittance.invoice.ruleset.phive;

import com.helger.diagnostics.error.IError;
import com.helger.diagnostics.error.level.EErrorLevel;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResult;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xrechnung.XRechnungValidation;
import com.helger.phive.zugferd.ZugferdValidation;
import io.quittance.invoice.ruleset.RuleVerdict;
import io.quittance.invoice.ruleset.RuleVerdict.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** Has phive apply a rule set: schema first, and Schematron where the schema is kept. */
final class PhiveEngine implements RuleEngine {

    /** Loaded by its first use, once; safe for several threads after that. */
    private static final class Registry {
        static final ValidationExecutorSetRegistry<IValidationSourceXML> ALL = registered();

        private static ValidationExecutorSetRegistry<IValidationSourceXML> registered() {
            var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
            EN16931Validation.initEN16931(registry);
            PeppolValidation2026_05.init(registry);
            XRechnungValidation.initXRechnung(registry);
            ZugferdValidation.initZugferd(registry);
            return registry;
        }
    }

    @Override
    public RuleVerdict apply(RuleSet ruleSet, Document document) {
        ValidationResultList results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                executors(ruleSet),
                ValidationSourceXML.create(null, document),
                Locale.ENGLISH);
        var breaches = new ArrayList<Breach>();
        for (ValidationResult result : results) {
            for (IError error : result.getErrorList()) {
                // Remarks that are less than a warning are no breach.
                if (error.getErrorLevel().isGE(EErrorLevel.WARN)) {
                    breaches.add(breach(error, document));
                }
            }
        }
        boolean valid = breaches.stream().noneMatch(Breach::fatal);
        return new RuleVerdict(
                ruleSet.name(), ruleSet.version(), ruleSet.binding(), valid, List.copyOf(breaches), breaches.size());
    }

    /** @throws IllegalStateException when phive does not carry it: our table names one that is not on the class path */
    static IValidationExecutorSet<IValidationSourceXML> executors(RuleSet ruleSet) {
        DVRCoordinate id =
                DVRCoordinate.parseOrNull(ruleSet.group() + ":" + ruleSet.artifact() + ":" + ruleSet.version());
        IValidationExecutorSet<IValidationSourceXML> executors = id == null ? null : Registry.ALL.getOfID(id);
        if (executors == null) {
            throw new IllegalStateException("There is no rule set " + ruleSet);
        }
        return executors;
    }

    private static Breach breach(IError error, Document document) {
        Location location = Location.of(error.getErrorFieldName(), document);
        String id = error.getErrorID();
        String said = String.valueOf(error.getErrorText(Locale.ENGLISH));
        return new Breach(
                id == null || id.isBlank() ? ruleWithoutId(said) : id.strip(),
                error.getErrorLevel().isGE(EErrorLevel.ERROR),
                location.line(),
                location.path(),
                text(said, id));
    }

    /** Faults that the schema finds, and the structure rules of Factur-X, which are a schema in the form of Schematron. */
    private static String ruleWithoutId(String said) {
        return said.startsWith("[SAX] ") || said.contains("marked as") ? "XSD" : "UNNAMED";
    }

    /** The text without the id, which most publishers put before it: {@code [BR-CO-15]-Invoice total ...}. */
    private static String text(String said, @Nullable String id) {
        String marked = said.startsWith("[SAX] ") ? "[SAX]" : "[" + id + "]";
        String text = said.startsWith(marked) ? said.substring(marked.length()) : said;
        return text.replaceFirst("^[\\s\\-:]+", "").replaceAll("\\s+", " ").strip();
    }
}
