package io.quittance.assessment;

import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Purpose;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.VatGroup;
import io.quittance.party.Entity;
import io.quittance.tax.Filing;
import io.quittance.tax.Recovery;
import io.quittance.tax.Ruling;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatEntry;
import io.quittance.tax.VatEntry.Reckoning;
import io.quittance.tax.VatEntry.Rows;
import io.quittance.vat.Filings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The lines of the VAT ledger that a document leads to, one per line of its tax decision, those without tax too: every
 * expense has a tax decision. The currency of the return is the entity's functional one.
 *
 * <p>What the supplier charges is paid. Deducted is what our own rounding comes to, and never more than he charges: the
 * difference is a rounding difference of the books.
 */
final class VatEntries {

    private final Invoice invoice;
    private final Entity entity;
    private final Exchange exchange;
    private final Returns returns;

    VatEntries(Invoice invoice, Entity entity, Exchange exchange, Returns returns) {
        this.invoice = invoice;
        this.entity = entity;
        this.exchange = exchange;
        this.returns = returns;
    }

    /**
     * What decides about the return of an entry.
     *
     * @param received the day on which we had the document
     */
    record Returns(Filings filings, LocalDate received) {}

    /** One entry per line; none when no treatment was decided or a conversion was refused. */
    List<VatEntry> of(TaxDecision decision) {
        Ruling ruling = decision.ruling();
        if (decision.treatment() == null || ruling == null) {
            return List.of();
        }
        var entries = new ArrayList<VatEntry>();
        for (TaxLine line : decision.lines()) {
            var decided = new Decided(decision.jurisdiction(), decision.treatmentOf(line), ruling);
            amounts(line, decided).ifPresent(amounts -> entries.add(entry(decided, line, entries.size() + 1, amounts)));
        }
        return entries.size() == decision.lines().size() ? List.copyOf(entries) : List.of();
    }

    /** What was decided of one line: in a mixed domestic document each has its own treatment. */
    private record Decided(String jurisdiction, Treatment treatment, Ruling ruling) {}

    /** Amounts in the currency of the return. What may be deducted and what may not are together exactly the tax. */
    private record Amounts(Money base, Money output, Money input, Money nonRecoverable, Reckoning reckoning) {

        TaxParts.Shares shares() {
            return new TaxParts.Shares(output, input, reckoning.waiting(), nonRecoverable);
        }

        Amounts signed(int sign) {
            return new Amounts(
                    base.multipliedBy(sign),
                    output.multipliedBy(sign),
                    input.multipliedBy(sign),
                    nonRecoverable.multipliedBy(sign),
                    reckoning.signed(sign));
        }
    }

    private Optional<Amounts> amounts(TaxLine line, Decided decided) {
        LocalDate on = decided.ruling.point().exchangeDay();
        Money ours = own(line, decided);
        Optional<Money> base = converted(line.base(), on);
        Optional<Money> charged = converted(line.charged(), on);
        Optional<Money> own = ours.equals(line.charged()) ? charged : converted(ours, on);
        if (base.isEmpty() || charged.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(amounts(line, decided.ruling, new InReturn(base.get(), charged.get(), own.get())));
    }

    /** What the document says, in the currency of the return. */
    private record InReturn(Money base, Money charged, Money own) {

        /** What is charged beyond our own figure. */
        Money rounding() {
            return charged.isGreaterThan(own) ? charged.minus(own) : Money.zero(own.getCurrencyUnit());
        }
    }

    private Amounts amounts(TaxLine line, Ruling ruling, InReturn stated) {
        Recovery recovery = ruling.recovery();
        Money none = Money.zero(entity.functionalCurrency());
        // Self-assessed tax is reckoned from the converted base, so that the return can be checked by itself.
        Money base = line.taxed(stated.base, recovery);
        Money output = line.selfAssessed().isZero() ? none : ruling.rounding().tax(base, List.of(), line.rate());
        boolean untaxed = stated.charged.isZero() && output.isZero();
        Money included = untaxed ? recovery.includedIn(base) : none;
        Money rounding = stated.rounding();
        Money tax = stated.charged.minus(rounding).plus(output).plus(included);
        Money deducted = line.recoverable().isZero() && included.isZero() ? none : recovery.of(tax);
        Money waiting = recovery.waits() ? deducted : none;
        return new Amounts(
                base,
                output,
                deducted.minus(waiting),
                tax.minus(deducted),
                new Reckoning(stated.charged, stated.own, rounding, waiting, included, Rows.of(ruling)));
    }

    /** The domestic tax by our own rounding; of everything else what is charged, since no rate of ours was used. */
    private Money own(TaxLine line, Decided decided) {
        if (decided.treatment != Treatment.DOMESTIC_TAXABLE
                || line.charged().isZero()
                || line.rate().signum() == 0) {
            return line.charged();
        }
        List<Money> nets = invoice.netsOf(VatGroup.of(line.category(), line.rate()));
        return decided.ruling.rounding().tax(line.base(), nets, line.rate());
    }

    private Optional<Money> converted(Money amount, LocalDate on) {
        return amount.isZero()
                ? Optional.of(Money.zero(entity.functionalCurrency()))
                : exchange.convert(Purpose.VAT, amount, on).map(Converted::to);
    }

    private VatEntry entry(Decided decided, TaxLine line, int position, Amounts positive) {
        Amounts amounts = positive.signed(invoice.kind().sign());
        LocalDate point = belongsTo(decided.ruling);
        Filings filings = returns.filings;
        var days = new Filings.Days(decided.ruling.point().exchangeDay(), due(decided.treatment, point));
        Filing filing = filings.filing(entity.id(), decided.jurisdiction, decided.treatment, line.rate(), days);
        return new VatEntry(
                Uuid5.of("vat:" + invoice.id() + ":" + position),
                invoice.id(),
                Uuid5.of(Accepted.eventKey(invoice)),
                position,
                entity.id(),
                decided.jurisdiction,
                decided.treatment,
                point,
                filings.openMonth(entity.id(), decided.jurisdiction, filing.due()),
                line.rate(),
                line.rateRow(),
                line.treatmentRule(),
                amounts.base(),
                amounts.output(),
                amounts.input(),
                amounts.nonRecoverable(),
                amounts.reckoning(),
                filing,
                TaxParts.of(line.components(), amounts.shares()));
    }

    /**
     * Tax that is charged is deducted in the period in which the right to it has arisen and the invoice is held (Directive 2006/112
     * art. 178(a), 179); tax that we owe ourselves is declared and deducted as of its tax point. A credit note is taken like an invoice.
     */
    private LocalDate due(Treatment treatment, LocalDate point) {
        return treatment.isSelfAssessed()
                ? point
                : Stream.of(point, invoice.issueDate(), returns.received)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** A credit note copies rate and exchange of what it corrects, but belongs to its own date. */
    private LocalDate belongsTo(Ruling ruling) {
        return ruling.point().isCopied()
                ? ruling.point().dates().invoiced()
                : ruling.point().day();
    }
}
