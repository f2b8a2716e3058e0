package io.quittance.assessment;

import io.quittance.assessment.History.Occupant;
import io.quittance.assessment.History.TaxDays;
import io.quittance.engagement.Match;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Purpose;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.PayeeAccount;
import io.quittance.party.RegistryEvidence;
import io.quittance.tax.Ruling;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.VatEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a document by all rules, converts it and has its tax decided, and concludes. It finds everything at once; only
 * when payer or payee is unknown, it says nothing of rates and tax, since both depend on them.
 *
 * <p>A credit note copies the days of the invoice that it corrects, where the history knows it, so that both cancel out:
 * it is booked at the rate of that invoice's issue date, and its tax is decided and converted as of that invoice's tax
 * point. Its VAT still belongs to the period of its own date. Which days they were, stands in conversion and decision.
 */
final class InvoiceAssessor implements Assessor {

    private final Context context;

    InvoiceAssessor(Context context) {
        this.context = context;
    }

    @Override
    public Assessment assess(Invoice stated, Findings before, Lifts lifts, History history) {
        Dossier dossier = Dossier.open(
                stated,
                new Dossier.Circumstances(
                        context.businessDate(),
                        context.register(),
                        context.suspicion(),
                        context.policies().roundings()),
                history);
        Match match = dossier.match();
        Findings byRules = InvoiceRules.judge(dossier).and(match.findings()).and(before);
        Assessment assessment = dossier.entity()
                .flatMap(entity -> dossier.contractor().map(contractor -> value(dossier, entity, contractor, match)))
                .map(valued -> conclude(dossier, byRules, lifts, valued))
                .orElseGet(() -> withoutValues(dossier.invoice(), byRules, match));
        remember(assessment, history);
        return assessment;
    }

    private static void remember(Assessment assessment, History history) {
        history.remember(assessment.invoice(), assessment.verdict(), days(assessment));
        String contract = assessment.match().contract();
        if (assessment.verdict() == Verdict.ACCEPTED && contract != null) {
            history.bill(contract, assessment.match().shares());
        }
    }

    private static TaxDays days(Assessment assessment) {
        Ruling ruling = assessment.tax() == null ? null : assessment.tax().ruling();
        return ruling == null ? TaxDays.of(assessment.invoice()) : TaxDays.of(ruling.point());
    }

    /** A document in figures of its payer. {@code booked} is null when a rate is missing. */
    private record Valued(
            Entity entity,
            Contractor contractor,
            TaxDecision tax,
            @Nullable Converted booked,
            List<VatEntry> vatEntries,
            Exchange exchange,
            Match match,
            List<RegistryEvidence> evidence) {

        /** What was found by other rules than those about the document. */
        Findings findings(Assessor.Registries registries, Invoice invoice) {
            return exchange.findings().and(tax.findings()).and(RegistryRules.judge(invoice, evidence, registries));
        }
    }

    private Valued value(Dossier dossier, Entity entity, Contractor contractor, Match match) {
        Invoice invoice = dossier.invoice();
        Optional<Occupant> credited = CreditNoteRules.credited(invoice, dossier.history());
        var taxation = new Taxation(context, dossier, entity, contractor);
        TaxDecision decided = taxation.decide(credited.map(Occupant::days));
        List<RegistryEvidence> evidence = taxation.evidence(decided);
        TaxDecision tax = decided.evidenced(RegistryRules.steps(evidence));
        var exchange = new Exchange(context.rates(), entity);
        Optional<Converted> booked = exchange.convert(
                Purpose.BOOKING,
                invoice.totals().gross(),
                credited.map(Occupant::issueDate).orElse(invoice.issueDate()));
        List<VatEntry> vatEntries = new VatEntries(invoice, entity, exchange, returns(dossier)).of(tax);
        exchange.convert(Purpose.PAYMENT, invoice.totals().due(), context.businessDate());
        return new Valued(entity, contractor, tax, booked.orElse(null), vatEntries, exchange, match, evidence);
    }

    private VatEntries.Returns returns(Dossier dossier) {
        return new VatEntries.Returns(
                context.filings(), dossier.history().received().orElse(context.businessDate()));
    }

    private Assessment conclude(Dossier dossier, Findings byRules, Lifts lifts, Valued valued) {
        Findings findings = lifts.applied(byRules.and(valued.findings(context.registries(), dossier.invoice())));
        Optional<PayeeAccount> account = PayeeAccounts.of(dossier).payable(AccountRules.stated(dossier));
        if (verdict(findings) != Verdict.ACCEPTED || account.isEmpty() || valued.booked == null) {
            return notAccepted(dossier.invoice(), findings, valued);
        }
        return accepted(dossier, findings, valued, account.get(), valued.booked);
    }

    private Assessment accepted(
            Dossier dossier, Findings findings, Valued valued, PayeeAccount account, Converted booked) {
        Invoice invoice = dossier.invoice();
        LocalDate stated = invoice.dueDate();
        var accepted = new Accepted(
                invoice,
                valued.entity,
                valued.contractor,
                dossier.ownContract().orElse(null),
                valued.tax,
                booked,
                valued.vatEntries,
                context.businessDate());
        return new Assessment(
                invoice,
                Verdict.ACCEPTED,
                findings,
                valued.exchange.made(),
                valued.tax,
                valued.vatEntries,
                invoice.totals().due(),
                account,
                stated == null ? invoice.issueDate().plusDays(context.defaultDueDays()) : stated,
                accepted.payableBooked(),
                valued.match,
                accepted,
                valued.evidence);
    }

    private static Assessment notAccepted(Invoice invoice, Findings findings, Valued valued) {
        Verdict verdict = verdict(findings);
        if (verdict == Verdict.ACCEPTED) {
            throw new IllegalStateException("Invoice " + invoice.id() + " lacks account or rate, but no rule said so");
        }
        return new Assessment(
                invoice,
                verdict,
                findings,
                valued.exchange.made(),
                valued.tax,
                List.of(),
                null,
                null,
                null,
                null,
                valued.match,
                null,
                valued.evidence);
    }

    /** Of a document whose payer or payee nobody knows. A rule said so, hence it is never accepted. */
    private static Assessment withoutValues(Invoice invoice, Findings findings, Match match) {
        return new Assessment(
                invoice,
                Verdict.REJECTED,
                findings,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                match,
                null,
                List.of());
    }

    private static Verdict verdict(Findings findings) {
        return switch (findings.worst().orElse(Severity.WARN)) {
            case REJECT -> Verdict.REJECTED;
            case HOLD -> Verdict.HELD;
            case WARN -> Verdict.ACCEPTED;
        };
    }
}
