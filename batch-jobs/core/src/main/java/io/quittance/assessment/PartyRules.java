package io.quittance.assessment;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contractor;
import io.quittance.party.Validity;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about payer and payee. */
final class PartyRules {

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private PartyRules() {}

    static Findings entityIsKnown(Dossier dossier) {
        String stated = dossier.invoice().entity();
        return dossier.entity().isPresent()
                ? Findings.NONE
                : dossier.finding(
                        FindingCode.ENTITY_UNKNOWN,
                        "entity",
                        stated,
                        "id, VAT id or legal id of an entity",
                        "the document is addressed to " + stated + ", which names no entity of the register");
    }

    static Findings entityIsActive(Dossier dossier) {
        String id = dossier.invoice().entity();
        return dossier.entity()
                .flatMap(entity -> inactive(
                        dossier,
                        day -> dossier.register()
                                .entity(id, day)
                                .filter(of -> of.validity().covers(day))
                                .isPresent(),
                        id,
                        entity.validity()))
                .map(message -> dossier.finding(FindingCode.ENTITY_INACTIVE, "entity", id, null, message))
                .orElse(Findings.NONE);
    }

    static Findings contractorIsKnown(Dossier dossier) {
        String stated = dossier.invoice().contractor();
        return dossier.contractor().isPresent()
                ? Findings.NONE
                : dossier.finding(
                        FindingCode.CONTRACTOR_UNKNOWN,
                        "contractor",
                        stated,
                        "id or VAT id of a contractor",
                        stated + " names no contractor of the register");
    }

    /** Active when the invoice was issued, and still so. Who is shut off later is left out by the run ({@code CurrentPayees}). */
    static Findings contractorIsActive(Dossier dossier) {
        String id = dossier.invoice().contractor();
        return dossier.contractor()
                .flatMap(contractor -> inactive(
                        dossier,
                        day -> dossier.register()
                                .contractor(id, day)
                                .filter(of -> of.validity().covers(day))
                                .isPresent(),
                        id,
                        contractor.validity()))
                .map(message -> dossier.finding(FindingCode.CONTRACTOR_INACTIVE, "contractor", id, null, message))
                .orElse(Findings.NONE);
    }

    /** Compared without case, accents, punctuation and blanks. */
    static Findings contractorName(Dossier dossier) {
        String stated = dossier.invoice().contractorName();
        return dossier.contractor()
                .filter(contractor -> !folded(contractor.name()).equals(folded(stated)))
                .map(contractor -> dossier.finding(
                        FindingCode.CONTRACTOR_NAME_DIFFERS,
                        "contractor_name",
                        stated,
                        contractor.name(),
                        "the name on the invoice is not the one that " + contractor.id() + " is registered with"))
                .orElse(Findings.NONE);
    }

    static Findings classification(Dossier dossier) {
        LocalDate issued = dossier.invoice().issueDate();
        return dossier.contractor()
                .filter(contractor -> !isClassified(contractor, issued))
                .map(contractor -> dossier.finding(
                        FindingCode.CLASSIFICATION_MISSING,
                        "contractor",
                        contractor.id(),
                        null,
                        contractor.classification() == null
                                ? contractor.id() + " has no evidence of being a contractor"
                                : "the evidence of " + contractor.id() + " holds " + contractor.classificationValidity()
                                        + "; the invoice is of " + issued))
                .orElse(Findings.NONE);
    }

    /** Town and country are what every rail asks for since November 2026. */
    static Findings address(Dossier dossier) {
        return dossier.contractor()
                .filter(contractor -> !contractor.address().isComplete())
                .map(contractor -> dossier.finding(
                        FindingCode.ADDRESS_INCOMPLETE,
                        "contractor",
                        contractor.id(),
                        "town and country",
                        "the registered address of " + contractor.id() + " lacks town or country"))
                .orElse(Findings.NONE);
    }

    private static boolean isClassified(Contractor contractor, LocalDate on) {
        Validity validity = contractor.classificationValidity();
        return contractor.classification() != null && (validity == null || validity.covers(on));
    }

    private static Optional<String> inactive(
            Dossier dossier, Predicate<LocalDate> activeOn, String id, Validity known) {
        Invoice invoice = dossier.invoice();
        return Stream.of(invoice.issueDate(), dossier.businessDate())
                .filter(activeOn.negate())
                .findFirst()
                .map(day -> id + " is active " + known + ", not on "
                        + (day.equals(invoice.issueDate()) ? "the invoice date " : "the business date ") + day);
    }

    private static String folded(String name) {
        String letters = NOT_IN_NAMES
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", ""))
                .replaceAll("");
        return letters.toUpperCase(Locale.ROOT);
    }
}
