package io.quittance.assessment;

import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Purpose;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.Invoice;
import io.quittance.money.Rounding;
import io.quittance.party.Entity;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The lines of the VAT ledger that a document leads to, one per line of its tax decision, those without tax too: every
 * expense has a tax decision. The currency of the return is the entity's functional one.
 */
final class VatEntries {

    private final Invoice invoice;
    private final Entity entity;
    private final Exchange exchange;
    private final LocalDate rateDay;

    /** @param rateDay the day whose rate is used: the tax point, or for a credit note that of what it corrects */
    VatEntries(Invoice invoice, Entity entity, Exchange exchange, LocalDate rateDay) {
        this.invoice = invoice;
        this.entity = entity;
        this.exchange = exchange;
        this.rateDay = rateDay;
    }

    /** One entry per line; none when no treatment was decided or a conversion was refused. */
    List<VatEntry> of(TaxDecision decision) {
        Treatment treatment = decision.treatment();
        if (treatment == null) {
            return List.of();
        }
        var entries = new ArrayList<VatEntry>();
        for (TaxLine line : decision.lines()) {
            amounts(line)
                    .ifPresent(amounts -> entries.add(entry(decision, treatment, line, entries.size() + 1, amounts)));
        }
        return entries.size() == decision.lines().size() ? List.copyOf(entries) : List.of();
    }

    /** Amounts in the currency of the return. Input tax and what cannot be recovered are together exactly the tax. */
    private record Amounts(Money base, Money output, Money input, Money nonRecoverable) {

        Amounts signed(int sign) {
            return new Amounts(
                    base.multipliedBy(sign),
                    output.multipliedBy(sign),
                    input.multipliedBy(sign),
                    nonRecoverable.multipliedBy(sign));
        }
    }

    private Optional<Amounts> amounts(TaxLine line) {
        Optional<Money> base = converted(line.base());
        Optional<Money> charged = converted(line.charged());
        if (base.isEmpty() || charged.isEmpty()) {
            return Optional.empty();
        }
        Money none = Money.zero(entity.functionalCurrency());
        // Self-assessed tax is reckoned from the converted base, so that the return can be checked by itself.
        Money output = line.selfAssessed().isZero() ? none : Rounding.HALF_UP.percent(base.get(), line.rate());
        Money tax = charged.get().plus(output);
        Money input = line.recoverable().isZero()
                ? none
                : Rounding.HALF_UP.percent(tax, BigDecimal.valueOf(entity.recoveryPercent()));
        return Optional.of(new Amounts(base.get(), output, input, tax.minus(input)));
    }

    private Optional<Money> converted(Money amount) {
        return amount.isZero()
                ? Optional.of(Money.zero(entity.functionalCurrency()))
                : exchange.convert(Purpose.VAT, amount, rateDay).map(Converted::to);
    }

    private VatEntry entry(TaxDecision decision, Treatment treatment, TaxLine line, int position, Amounts positive) {
        Amounts amounts = positive.signed(invoice.kind().sign());
        return new VatEntry(
                Uuid5.of("vat:" + invoice.id() + ":" + position),
                invoice.id(),
                Uuid5.of(Accepted.eventKey(invoice)),
                position,
                entity.id(),
                decision.jurisdiction(),
                treatment,
                invoice.taxPoint(),
                invoice.taxPoint().withDayOfMonth(1),
                line.rate(),
                line.rateRow(),
                line.treatmentRule(),
                amounts.base(),
                amounts.output(),
                amounts.input(),
                amounts.nonRecoverable());
    }
}
