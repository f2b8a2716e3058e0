package io.quittance.benchmark;

import io.quittance.assessment.Accepted;
import io.quittance.assessment.Assessment;
import io.quittance.assessment.Verdict;
import io.quittance.engine.Shard;
import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.fx.Conversion.Converted;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.ledger.Journal;
import io.quittance.ledger.Posting;
import io.quittance.party.Address;
import io.quittance.party.PayeeAccount;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.VatEntry;
import io.quittance.vat.store.BoxCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;

/** The rows of each table about one document, in the order of the table's columns: what Quittance writes, as parameters. */
final class BaselineRows {

    private final String intake;
    private final String assess;
    private long candidates;

    /**
     * @param intake work set under which documents are recorded
     * @param assess work set under which conclusions are recorded
     */
    BaselineRows(String intake, String assess) {
        this.intake = intake;
        this.assess = assess;
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static List<@Nullable Object[]> each(
            BaselineOutcome outcome, Function<Assessment, @Nullable Object[]> row) {
        return outcome.assessed().stream().map(row).toList();
    }

    private static <T> List<@Nullable Object[]> numbered(
            List<T> parts, BiFunction<T, Integer, @Nullable Object[]> row) {
        var rows = new ArrayList<@Nullable Object[]>(parts.size());
        for (T part : parts) {
            rows.add(row.apply(part, rows.size() + 1));
        }
        return rows;
    }

    private static @Nullable Object minor(@Nullable Money amount) {
        return amount == null ? null : amount.getAmountMinorLong();
    }

    List<@Nullable Object[]> invoices(BaselineOutcome outcome) {
        return each(outcome, assessment -> invoice(assessment.invoice()));
    }

    private @Nullable Object[] invoice(Invoice invoice) {
        InvoiceTotals totals = invoice.totals();
        StatedAccount payee = invoice.payee();
        return row(
                invoice.id(),
                intake,
                invoice.source().sha256(),
                invoice.source().file(),
                invoice.source().position(),
                invoice.source().line(),
                invoice.kind().name(),
                invoice.entity(),
                invoice.contractor(),
                Shard.of(invoice.contractor()),
                invoice.number(),
                invoice.key().number(),
                invoice.issueDate(),
                invoice.supplyDate(),
                invoice.dueDate(),
                invoice.contractorName(),
                invoice.contractorVatId(),
                invoice.contract(),
                invoice.purchaseReference(),
                invoice.currency().getCode(),
                minor(totals.net()),
                minor(totals.vat()),
                minor(totals.gross()),
                minor(totals.prepaid()),
                minor(totals.rounding()),
                minor(totals.due()),
                payee == null ? null : payee.number(),
                payee == null ? null : payee.bic(),
                invoice.paymentReference(),
                invoice.precedingInvoice());
    }

    List<@Nullable Object[]> lines(BaselineOutcome outcome) {
        if (outcome.assessment() == null) {
            return List.of();
        }
        Invoice invoice = outcome.assessment().invoice();
        return numbered(invoice.lines(), (line, position) -> line(invoice.id(), position, line));
    }

    private static @Nullable Object[] line(UUID invoice, int position, InvoiceLine line) {
        return row(
                invoice,
                position,
                line.number(),
                line.line(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                minor(line.net()),
                line.category().name(),
                line.rate(),
                minor(line.vat()));
    }

    List<@Nullable Object[]> vat(BaselineOutcome outcome) {
        if (outcome.assessment() == null) {
            return List.of();
        }
        Invoice invoice = outcome.assessment().invoice();
        return numbered(invoice.vat(), (vat, position) -> vat(invoice.id(), position, vat));
    }

    private static @Nullable Object[] vat(UUID invoice, int position, VatBreakdown vat) {
        return row(invoice, position, vat.category().name(), vat.rate(), minor(vat.base()), minor(vat.tax()));
    }

    List<@Nullable Object[]> refusals(BaselineOutcome outcome) {
        if (outcome.assessment() != null) {
            return List.of();
        }
        BaselineDocument document = outcome.document();
        FieldSet head = document.head();
        return List.of(new @Nullable Object[][] {
            row(
                    document.file().documentId(document.position()),
                    intake,
                    document.file().sha256(),
                    document.file().name(),
                    document.position(),
                    document.line(),
                    head.readString("invoice_number"),
                    head.readString("entity"),
                    head.readString("contractor"),
                    head.readString("currency"),
                    head.readString("invoice_gross"))
        });
    }

    List<@Nullable Object[]> findings(BaselineOutcome outcome) {
        BaselineDocument document = outcome.document();
        UUID subject = document.file().documentId(document.position());
        Assessment assessment = outcome.assessment();
        return assessment == null
                ? findings(subject, 0, intake, outcome.refusal())
                : findings(subject, 1, assess, assessment.findings());
    }

    private static List<@Nullable Object[]> findings(UUID subject, int attempt, String workSet, Findings findings) {
        var all = new ArrayList<Finding>();
        findings.forEach(all::add);
        return numbered(all, (finding, position) -> {
            Place place = finding.place();
            return row(
                    subject,
                    attempt,
                    position,
                    workSet,
                    finding.code().id(),
                    finding.severity().name(),
                    place == null ? null : place.file(),
                    place == null || place.line() == 0 ? null : place.line(),
                    place == null ? null : place.field(),
                    finding.read(),
                    finding.expected(),
                    finding.message(),
                    finding.hint());
        });
    }

    List<@Nullable Object[]> candidates(BaselineOutcome outcome) {
        return each(outcome, assessment -> {
            Invoice invoice = assessment.invoice();
            return row(assess, ++candidates, Shard.of(invoice.contractor()), invoice.id(), 1);
        });
    }

    List<@Nullable Object[]> assessments(BaselineOutcome outcome) {
        return each(outcome, this::assessment);
    }

    private @Nullable Object[] assessment(Assessment assessment) {
        Invoice invoice = assessment.invoice();
        TaxDecision tax = assessment.tax();
        Money functional = assessment.functional();
        PayeeAccount account = assessment.account();
        var local = account instanceof PayeeAccount.LocalAccount found ? found : null;
        Accepted accepted = assessment.accepted();
        Address address = accepted == null ? null : accepted.contractor().address();
        return row(
                invoice.id(),
                1,
                assess,
                true,
                assessment.verdict().name(),
                invoice.entity(),
                invoice.contractor(),
                tax == null || tax.treatment() == null ? null : tax.treatment().name(),
                tax == null ? null : tax.jurisdiction(),
                tax == null ? null : tax.taxPoint(),
                tax == null ? null : steps(tax),
                invoice.currency().getCode(),
                minor(assessment.payable()),
                functional == null ? null : functional.getCurrencyUnit().getCode(),
                minor(functional),
                assessment.dueDate(),
                account == null ? null : account.number(),
                account == null || account.bic() == null ? null : account.bic().value(),
                local == null ? null : local.clearingSystem(),
                local == null ? null : local.clearingMember(),
                account == null ? null : account.country(),
                accepted == null ? null : accepted.contractor().name(),
                address == null ? null : address.street(),
                address == null ? null : address.building(),
                address == null ? null : address.postCode(),
                address == null ? null : address.town(),
                address == null ? null : address.subdivision(),
                address == null ? null : address.country());
    }

    private static String steps(TaxDecision tax) {
        return tax.steps().stream()
                .map(step -> step.question() + "\t" + step.answer() + "\t" + step.basis())
                .collect(Collectors.joining("\n"));
    }

    List<@Nullable Object[]> keys(BaselineOutcome outcome) {
        if (outcome.assessment() == null || outcome.assessment().verdict() == Verdict.REJECTED) {
            return List.of();
        }
        return each(outcome, assessment -> {
            InvoiceKey key = assessment.invoice().key();
            return row(
                    key.entity(),
                    key.contractor(),
                    key.kind().name(),
                    key.number(),
                    key.year(),
                    assessment.invoice().id());
        });
    }

    List<@Nullable Object[]> conversions(BaselineOutcome outcome) {
        if (outcome.assessment() == null) {
            return List.of();
        }
        UUID invoice = outcome.assessment().invoice().id();
        return numbered(
                outcome.assessment().conversions(),
                (conversion, position) -> conversion(invoice, position, conversion));
    }

    private static @Nullable Object[] conversion(UUID invoice, int position, Converted conversion) {
        return row(
                invoice,
                1,
                position,
                conversion.purpose().name(),
                conversion.from().getCurrencyUnit().getCode(),
                minor(conversion.from()),
                conversion.to().getCurrencyUnit().getCode(),
                minor(conversion.to()),
                conversion.rate(),
                conversion.on(),
                conversion.ageDays(),
                conversion.path().stream()
                        .map(rate -> rate.source() + " " + rate.base().getCode() + "/"
                                + rate.quote().getCode() + " " + rate.from() + " "
                                + rate.value().toPlainString())
                        .collect(Collectors.joining(";")));
    }

    List<@Nullable Object[]> vatEntries(BaselineOutcome outcome) {
        return outcome.assessed().stream()
                .flatMap(assessment -> assessment.vatEntries().stream())
                .map(BaselineRows::vatEntry)
                .toList();
    }

    private static @Nullable Object[] vatEntry(VatEntry entry) {
        return row(
                entry.id(),
                entry.invoice(),
                entry.journal(),
                entry.position(),
                entry.entity(),
                entry.jurisdiction(),
                entry.treatment().name(),
                entry.taxPoint(),
                entry.period(),
                entry.rate(),
                entry.rateRow(),
                entry.base().getCurrencyUnit().getCode(),
                minor(entry.base()),
                minor(entry.outputTax()),
                minor(entry.inputTax()),
                minor(entry.nonRecoverable()),
                entry.treatmentRule(),
                minor(entry.reckoning().charged()),
                minor(entry.reckoning().own()),
                minor(entry.reckoning().rounding()),
                minor(entry.reckoning().waiting()),
                minor(entry.reckoning().included()),
                entry.reckoning().rows().taxPoint(),
                entry.reckoning().rows().rounding(),
                entry.reckoning().rows().recovery(),
                entry.filing().due(),
                entry.filing().reason(),
                entry.filing().boxRow(),
                BoxCodes.joined(entry.filing().base()),
                BoxCodes.joined(entry.filing().outputTax()),
                BoxCodes.joined(entry.filing().inputTax()));
    }

    List<@Nullable Object[]> journals(BaselineOutcome outcome) {
        return outcome.journals().stream().map(this::journal).toList();
    }

    private @Nullable Object[] journal(Journal journal) {
        return row(
                journal.id(),
                journal.entity(),
                journal.eventKey(),
                journal.kind(),
                journal.businessDate(),
                journal.reference(),
                journal.reverses(),
                assess);
    }

    List<@Nullable Object[]> postings(BaselineOutcome outcome) {
        return outcome.journals().stream()
                .flatMap(journal ->
                        numbered(journal.postings(), (posting, position) -> posting(journal, position, posting))
                                .stream())
                .toList();
    }

    private static @Nullable Object[] posting(Journal journal, int position, Posting posting) {
        return row(
                journal.id(),
                position,
                journal.entity(),
                posting.account(),
                posting.amount().getCurrencyUnit().getCode(),
                posting.amount().getAmountMinorLong());
    }
}
