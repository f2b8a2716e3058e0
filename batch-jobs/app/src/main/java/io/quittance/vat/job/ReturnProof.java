package io.quittance.vat.job;

import io.quittance.party.RegistryPolicy;
import io.quittance.party.RegistryPolicy.Required;
import io.quittance.stage.Audit;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Session;
import io.quittance.vat.BoxKind;
import io.quittance.vat.FormBox;
import io.quittance.vat.Formula;
import io.quittance.vat.store.ReturnEvidence;
import io.quittance.vat.store.ReturnEvidence.Acceptance;
import io.quittance.vat.store.ReturnEvidence.Unproven;
import io.quittance.vat.store.Taxpayer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What registers say of the VAT ids that a return rests on. Where the policy asks for proof, or a register has denied an id since,
 * a person has to give a reason before the return is closed; the ids and the reason are kept with it. The word of a register that
 * came after assessment counts.
 */
@Component
class ReturnProof {

    private static final int TOLD = 10;

    private final Session session;
    private final FrozenConfiguration configuration;
    private final ReturnEvidence evidence;
    private final Audit audit;

    ReturnProof(Session session, FrozenConfiguration configuration, ReturnEvidence evidence, Audit audit) {
        this.session = session;
        this.configuration = configuration;
        this.evidence = evidence;
        this.audit = audit;
    }

    private RegistryPolicy policy() {
        return configuration.inForce().configuration().rules().registry();
    }

    /** The ids that no register has confirmed by now. */
    List<Unproven> unproven(Taxpayer of) {
        return evidence.unproven(of, policy().maxAgeDays());
    }

    /** @param reason why a person closes it all the same, null for none @throws ReturnRefused when one is needed */
    void require(Taxpayer of, List<Unproven> unproven, @Nullable String reason) {
        List<Unproven> asked = asked(unproven);
        if (asked.isEmpty() || reason != null) {
            return;
        }
        throw ReturnRefused.undecided(
                of.reference() + " rests on " + asked.size() + " VAT ids that no register has confirmed: "
                        + asked.stream().limit(TOLD).map(Unproven::toString).collect(Collectors.joining(", "))
                        + (asked.size() > TOLD ? ", ..." : "") + ".",
                "Ask again with 'quittance registry check --entity " + of.entity()
                        + "', or close it with --accept-provisional and a reason.");
    }

    /** Keeps what it rests on, with the return that is being closed. */
    void keep(Taxpayer of, List<Unproven> unproven, @Nullable String reason) {
        List<Unproven> asked = asked(unproven);
        String given = asked.isEmpty() ? null : reason;
        evidence.keepUnproven(of, unproven, new Acceptance(isRequired(), given, session.user()));
        evidence.keepWithheld(of, withheld(of));
        if (given != null) {
            audit.note(
                    "vat.accept-provisional",
                    of.reference(),
                    "%d VAT ids that no register has confirmed: %s".formatted(asked.size(), given));
        }
    }

    private List<Unproven> asked(List<Unproven> unproven) {
        return unproven.stream().filter(one -> isRequired() || one.isDenied()).toList();
    }

    private boolean isRequired() {
        return policy().required() != Required.NONE;
    }

    /** The names of the withheld taxes that the form tells. */
    List<String> withheld(Taxpayer of) {
        return configuration
                .inForce()
                .forms()
                .find(of.jurisdiction(), of.period().lastDay())
                .stream()
                .flatMap(form -> form.boxes().stream())
                .filter(box -> box.kind() == BoxKind.WITHHELD)
                .map(FormBox::formula)
                .flatMap(formula ->
                        formula instanceof Formula.Withheld withheld ? Stream.of(withheld.tax()) : Stream.empty())
                .toList();
    }
}
