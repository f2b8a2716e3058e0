package io.quittance.payment.job;

import io.quittance.payment.Candidate;
import io.quittance.payment.TaxesAgain;
import io.quittance.payment.TaxesAgain.Change;
import io.quittance.payment.store.Candidates;
import io.quittance.payment.store.Candidates.Scope;
import io.quittance.payment.store.Payments;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Loaded;
import io.quittance.stage.Session;
import io.quittance.withholding.EarlierPayments;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the register in force whether the taxes of a run still stand. The same register on the same day says the same: it is not asked. */
@Component
public class TaxesAtRelease {

    private static final int TOLD = 5;

    private final Session session;
    private final FrozenConfiguration configuration;
    private final Candidates candidates;
    private final Payments payments;

    public TaxesAtRelease(
            Session session, FrozenConfiguration configuration, Candidates candidates, Payments payments) {
        this.session = session;
        this.configuration = configuration;
        this.candidates = candidates;
        this.payments = payments;
    }

    /**
     * What the register in force says.
     *
     * @param stops why money must stay, by payment
     * @param notes what would be withheld less, by payment
     */
    record Verdict(List<String> stops, List<String> notes) {

        /** Why the run must stay; empty when nothing stops it. */
        Optional<String> obstacle() {
            return stops.isEmpty()
                    ? Optional.empty()
                    : Optional.of("what it withholds is no longer so: " + first(stops));
        }

        /** What a person should know; empty for nothing. */
        Optional<String> note() {
            return notes.isEmpty()
                    ? Optional.empty()
                    : Optional.of("it withholds more than it would if it were proposed now: " + first(notes));
        }

        private static String first(List<String> told) {
            String more = told.size() > TOLD ? "; and " + (told.size() - TOLD) + " more" : "";
            return String.join("; ", told.subList(0, Math.min(TOLD, told.size()))) + more;
        }
    }

    /** What has changed for the payments of a run. */
    Verdict of(RunContext run) {
        List<String> stops = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Loaded now = configuration.inForce();
        if (run.loaded() == now && session.businessDate().equals(run.terms().businessDate())) {
            return new Verdict(stops, notes);
        }
        var again = new TaxesAgain(
                run.taxes(run.loaded(), EarlierPayments.NONE),
                run.taxes(now, EarlierPayments.NONE).on(session.businessDate()),
                run.terms().payDate());
        var contractors = new ContractorReader(
                candidates,
                new Scope(
                        run.terms().entity().id(),
                        run.terms().run(),
                        run.terms().businessDate(),
                        run.loaded().withholding().materials()));
        for (var documents = contractors.read(); documents != null; documents = contractors.read()) {
            documents.forEach(document -> materials(run.loaded(), now, document)
                    .or(() -> again.of(document))
                    .ifPresent(change ->
                            told(run, document, change).ifPresent(told -> (change.stops() ? stops : notes).add(told))));
        }
        return new Verdict(stops, notes);
    }

    /** Which lines are materials decides the base: where the contract says something else now, a person has to look. */
    private static Optional<Change> materials(Loaded then, Loaded now, Candidate document) {
        String contract = document.makeup() == null ? null : document.makeup().contract();
        if (contract == null) {
            return Optional.empty();
        }
        String was = then.withholding().contract(contract).materials();
        String is = now.withholding().contract(contract).materials();
        return Objects.equals(was, is)
                ? Optional.empty()
                : Optional.of(new Change(
                        true, "contract %s calls other lines materials: %s then, %s now".formatted(contract, was, is)));
    }

    private Optional<String> told(RunContext run, Candidate document, Change change) {
        return payments.settling(run.terms().run(), document.invoice())
                .map(payment ->
                        payment + " (" + document.contractor() + " " + document.number() + "): " + change.says());
    }
}
