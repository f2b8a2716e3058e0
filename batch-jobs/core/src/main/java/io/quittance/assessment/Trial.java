package io.quittance.assessment;

import io.quittance.assessment.History.Occupant;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Purpose;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.Register;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.VatEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tax, exchange and bookkeeping would make of a document that nobody sent: the same classes that assess real ones work on
 * it. Contract, duplicates and bank account are not asked, and nothing is remembered.
 *
 * @param findings of tax and exchange; with a holding or refusing one there is nothing to post
 * @param conversions between different currencies, for the books and the return
 * @param accepted what would be posted, null when it would be held or refused
 */
public record Trial(
        TaxDecision tax,
        Findings findings,
        List<Converted> conversions,
        @Nullable Accepted accepted) {

    /**
     * A document and its parties, as if they were registered like that.
     *
     * @param contract null where the general rule for services is meant
     * @param corrects the accepted invoice whose rates a credit note copies; null for an invoice
     */
    public record Supposed(
            Invoice invoice,
            Entity entity,
            Contractor contractor,
            @Nullable Contract contract,
            @Nullable Occupant corrects) {}

    /** Tries a document on the business date of the context. The register of the context is not asked. */
    public static Trial of(Assessor.Context context, Supposed supposed) {
        Invoice invoice = supposed.invoice();
        Entity entity = supposed.entity();
        Optional<Occupant> corrected = Optional.ofNullable(supposed.corrects());
        Dossier dossier = dossier(context, supposed);
        TaxDecision tax = new Taxation(among(context, dossier.register()), dossier, entity, supposed.contractor())
                .decide(corrected.map(Occupant::days));
        var exchange = new Exchange(context.rates(), entity);
        Optional<Converted> booked = exchange.convert(
                Purpose.BOOKING,
                invoice.totals().gross(),
                corrected.map(Occupant::issueDate).orElse(invoice.issueDate()));
        // It is supposed to be in hand on the day of its date.
        var returns = new VatEntries.Returns(context.filings(), invoice.issueDate());
        List<VatEntry> entries = new VatEntries(invoice, entity, exchange, returns).of(tax);
        Findings findings = tax.findings().and(exchange.findings()).and(VatRules.taxOfEachCategory(dossier));
        Accepted accepted = verdict(findings) != Verdict.ACCEPTED || entries.isEmpty()
                ? null
                : booked.map(converted -> new Accepted(
                                invoice,
                                entity,
                                supposed.contractor(),
                                supposed.contract(),
                                tax,
                                converted,
                                entries,
                                context.businessDate()))
                        .orElse(null);
        return new Trial(tax, findings, exchange.made(), accepted);
    }

    /**
     * What is wrong with the parties themselves, whatever the tax is: payer or payee are not active on the date of the invoice, or
     * the VAT id that it states is none.
     */
    public static Findings aboutParties(Assessor.Context context, Supposed supposed) {
        Dossier dossier = dossier(context, supposed);
        return PartyRules.entityIsActive(dossier)
                .and(PartyRules.contractorIsActive(dossier))
                .and(VatIdRules.valid(dossier));
    }

    /** The same where this was found before; what holds or refuses leaves nothing to post. */
    public Trial after(Findings before) {
        Findings all = before.and(findings);
        return new Trial(tax, all, conversions, verdict(all) == Verdict.ACCEPTED ? accepted : null);
    }

    private static Dossier dossier(Assessor.Context context, Supposed supposed) {
        Contract contract = supposed.contract();
        Register register = Register.of(
                List.of(supposed.entity()),
                List.of(supposed.contractor()),
                contract == null ? List.of() : List.of(contract),
                List.of());
        return Dossier.open(
                supposed.invoice(),
                new Dossier.Circumstances(
                        context.businessDate(),
                        register,
                        context.suspicion(),
                        context.policies().roundings()),
                History.of(Map.of(), Map.of()));
    }

    private static Assessor.Context among(Assessor.Context context, Register supposed) {
        return new Assessor.Context(
                context.businessDate(),
                supposed,
                context.rates(),
                context.tax(),
                context.defaultDueDays(),
                context.suspicion(),
                context.policies(),
                context.filings());
    }

    /** What tax and exchange alone would conclude. */
    public Verdict verdict() {
        return verdict(findings);
    }

    private static Verdict verdict(Findings findings) {
        if (findings.has(Severity.REJECT)) {
            return Verdict.REJECTED;
        }
        return findings.has(Severity.HOLD) ? Verdict.HELD : Verdict.ACCEPTED;
    }
}
