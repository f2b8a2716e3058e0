package io.quittance.tax.trial;

import io.quittance.assessment.Trial.Supposed;
import io.quittance.fx.Conversion;
import io.quittance.fx.Purpose;
import io.quittance.fx.Rate;
import io.quittance.fx.RateBook;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.withholding.Fee;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.PartyTerms;
import io.quittance.withholding.Payee;
import io.quittance.withholding.TaxCurrency;
import io.quittance.withholding.Withheld;
import io.quittance.withholding.Withholder;
import io.quittance.withholding.WithholdingTables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What would be withheld from a supposed invoice on the day of its payment, if it were the first one of its payee. */
public record SupposedWithholding(WithholdingTables tables, RateBook rates) {

    /** A supposition is asked of the tables as they are, whenever their rows were recorded. */
    private static final LocalDate ALL_THAT_IS_WRITTEN = Rate.OPEN_END;

    /**
     * What payment adds to the supposition.
     *
     * @param paidOn the day of payment
     * @param tinGiven whether the payee's tax number is known; null where a VAT id stands for it
     * @param income what the fee is paid for; null for what follows from the service
     * @param performedIn country in which the work was done; null where nobody said
     */
    public record Payment(
            LocalDate paidOn,
            @Nullable Boolean tinGiven,
            @Nullable IncomeKind income,
            @Nullable String performedIn) {}

    /** Without anything that was paid to the payee before: thresholds begin at zero. */
    public Withheld of(Supposed supposed, Payment payment) {
        return new Withholder(tables, (payee, from, to) -> List.of())
                .decide(fee(supposed, payment), payee(supposed.contractor(), payment), currency(supposed, payment));
    }

    private Payee payee(Contractor contractor, Payment payment) {
        PartyTerms said = tables.party(contractor.id());
        Boolean tin = payment.tinGiven() == null ? said.tinGiven() : payment.tinGiven();
        return new Payee(
                contractor.id(),
                Objects.requireNonNullElse(
                        said.residence(), contractor.address().country()),
                contractor.kind(),
                tin == null ? contractor.vatId() != null : tin,
                tables.certificates(contractor.id()));
    }

    private Fee fee(Supposed supposed, Payment payment) {
        Invoice invoice = supposed.invoice();
        Entity entity = supposed.entity();
        return new Fee(
                invoice.id(),
                entity.address().country(),
                tables.party(entity.id()).roles(),
                income(supposed, payment),
                payment.performedIn(),
                invoice.totals().net().multipliedBy(invoice.kind().sign()),
                invoice.totals().vat().multipliedBy(invoice.kind().sign()),
                null,
                false,
                invoice.issueDate(),
                payment.paidOn(),
                payment.paidOn(),
                ALL_THAT_IS_WRITTEN);
    }

    private static IncomeKind income(Supposed supposed, Payment payment) {
        if (payment.income() != null) {
            return payment.income();
        }
        return IncomeKind.of(
                supposed.contract() == null ? null : supposed.contract().service());
    }

    private TaxCurrency currency(Supposed supposed, Payment payment) {
        String entity = supposed.entity().id();
        CurrencyUnit functional = supposed.entity().functionalCurrency();
        return new TaxCurrency() {
            @Override
            public CurrencyUnit unit() {
                return functional;
            }

            @Override
            public Conversion convert(Money amount) {
                return amount.getCurrencyUnit().equals(functional)
                        ? new Conversion.Converted(
                                Purpose.WITHHOLDING, amount, amount, BigDecimal.ONE, payment.paidOn(), List.of())
                        : rates.convert(entity, Purpose.WITHHOLDING, amount, functional, payment.paidOn());
            }
        };
    }
}
