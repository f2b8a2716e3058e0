package io.quittance.assessment;

import io.quittance.engagement.Match;
import io.quittance.engagement.Matching;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.Register;
import io.quittance.tax.RoundingPolicies;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one document when it is judged.
 *
 * @param invoice with the ids of the parties, where they could be resolved
 * @param suspicion when it looks too much like an earlier one
 * @param roundings how suppliers may round their tax
 * @param entity its version of the invoice date, empty when the document names none of ours
 * @param contractor its version of the invoice date, empty when it is not registered
 * @param contract empty when the document names none, or one that is not registered
 */
record Dossier(
        Invoice invoice,
        LocalDate businessDate,
        Register register,
        History history,
        Suspicion suspicion,
        RoundingPolicies roundings,
        Optional<Entity> entity,
        Optional<Contractor> contractor,
        Optional<Contract> contract) {

    static Dossier open(Invoice stated, LocalDate businessDate, Register register, History history) {
        return open(stated, new Circumstances(businessDate, register, Suspicion.DEFAULT), history);
    }

    /** What is the same for all documents of a stage. */
    record Circumstances(LocalDate businessDate, Register register, Suspicion suspicion, RoundingPolicies roundings) {

        /** With the roundings of EN 16931 alone. */
        Circumstances(LocalDate businessDate, Register register, Suspicion suspicion) {
            this(businessDate, register, suspicion, RoundingPolicies.GENERAL);
        }
    }

    static Dossier open(Invoice stated, Circumstances circumstances, History history) {
        Register register = circumstances.register();
        Optional<String> payer = register.resolveEntity(stated.entity());
        Optional<String> payee = register.resolveContractor(stated.contractor());
        Invoice invoice = Parties.resolved(stated, register);
        return new Dossier(
                invoice,
                circumstances.businessDate(),
                register,
                history,
                circumstances.suspicion(),
                circumstances.roundings(),
                payer.flatMap(id -> register.entity(id, invoice.issueDate())),
                payee.flatMap(id -> register.contractor(id, invoice.issueDate())),
                Optional.ofNullable(invoice.contract()).flatMap(register::contract));
    }

    /** The contract, when it is one between the parties of the document; of a merged contractor with whom it is now. */
    Optional<Contract> ownContract() {
        return contract.filter(found -> found.entity().equals(invoice.entity()))
                .filter(found -> register.survivor(found.contractor()).equals(invoice.contractor()));
    }

    /** The three-way match with the contract, as far as there is one. */
    Match match() {
        return ownContract()
                .map(own -> Matching.match(invoice, own, history.work(own.id())))
                .orElseGet(Match::withoutContract);
    }

    Place place(String field) {
        return invoice.source().place(field);
    }

    /** A finding about a field of the document's header. */
    Findings finding(FindingCode code, String field, @Nullable String read, @Nullable String expected, String message) {
        return Findings.of(Finding.of(code, place(field), read, expected, message));
    }
}
