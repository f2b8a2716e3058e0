package io.quittance.bookkeeping;

import io.quittance.assessment.Accepted;
import io.quittance.bookkeeping.PaymentBooking.Booked;
import io.quittance.invoice.DocumentKind;
import io.quittance.ledger.Journal;
import io.quittance.money.Rounding;
import io.quittance.testkit.property.Draws;
import io.quittance.testkit.property.Gen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What may happen to one payment and the documents that it settles, from acceptance to any of its ends. The functional
 * currency is the euro.
 *
 * @param ownAccount whether it is paid from an account in the documents' currency, else from one in euro
 * @param paidRate euro for one unit of the documents' currency when it is paid; {@code backRate} when it comes back
 * @param keptPercent of the amount that banks keep when it comes back
 */
record Life(
        String id,
        List<Documents> documents,
        boolean ownAccount,
        BigDecimal paidRate,
        BigDecimal backRate,
        long chargesMinor,
        int keptPercent,
        End end) {

    /** The last thing that is known of the payment. */
    enum End {
        ACCEPTED,
        RELEASED,
        REJECTED,
        SETTLED,
        RETURNED
    }

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    /** Lives that end in any of these ways; those of a euro account and of documents in euro among them. */
    static Gen<Life> ending(End... ends) {
        Gen<String> currencies = Gen.oneOf("EUR", "USD", "JPY", "BHD");
        return currencies.flatMap(currency -> draws -> {
            CurrencyUnit unit = CurrencyUnit.of(currency);
            Gen<BigDecimal> rates = rates(unit);
            int rounds = Gen.ints(1, 5).from(draws);
            var documents = new ArrayList<Documents>();
            for (int i = 0; i < rounds; i++) {
                documents.add(document("2026-" + i, unit, i > 0 && draws.below(3) == 2, rates.from(draws), draws));
            }
            return new Life(
                    "NL-BV-20261125-01-00001",
                    payable(documents, unit),
                    unit.equals(EUR) || draws.below(2) == 1,
                    rates.from(draws),
                    rates.from(draws),
                    draws.below(1_000),
                    (int) draws.below(50),
                    Gen.oneOf(ends).from(draws));
        });
    }

    private static Gen<BigDecimal> rates(CurrencyUnit unit) {
        return unit.equals(EUR)
                ? Gen.always(BigDecimal.ONE)
                : Gen.longs(1, 4_000_000).map(micros -> BigDecimal.valueOf(micros, 6));
    }

    private static Documents document(String number, CurrencyUnit unit, boolean credit, BigDecimal rate, Draws draws) {
        long gross = 100 + draws.below(10_000_000);
        long prepaid = draws.below(4) == 3 ? draws.below(gross - 50) : 0;
        long rounding = draws.below(4) == 3 ? draws.below(99) - 49 : 0;
        Money input = Money.ofMinor(EUR, draws.below(5_000));
        return new Documents(
                credit ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE,
                number,
                Money.ofMinor(unit, gross),
                Money.ofMinor(unit, prepaid),
                Money.ofMinor(unit, rounding),
                rate,
                input,
                input.plus(Money.ofMinor(EUR, draws.below(5_000))));
    }

    /** Credit notes that exceed the invoices wait: no payment is made of them. */
    private static List<Documents> payable(List<Documents> documents, CurrencyUnit unit) {
        Money sum = documents.stream()
                .map(document -> due(document).multipliedBy(document.kind().sign()))
                .reduce(Money.zero(unit), Money::plus);
        return sum.isPositive()
                ? documents
                : documents.stream()
                        .filter(document -> document.kind() == DocumentKind.INVOICE)
                        .toList();
    }

    private static Money due(Documents document) {
        return document.gross().minus(document.prepaid()).plus(document.rounding());
    }

    List<Accepted> accepted() {
        return documents.stream().map(Documents::accepted).toList();
    }

    Money amount() {
        return Money.total(documents.stream()
                .map(document -> due(document).multipliedBy(document.kind().sign()))
                .toList());
    }

    Money booked() {
        return Money.total(accepted().stream()
                .map(one ->
                        one.payableBooked().multipliedBy(one.invoice().kind().sign()))
                .toList());
    }

    Booked payment() {
        return new Booked(id, "NL-BV", amount(), booked());
    }

    /** What leaves the account. */
    Money taken() {
        return ownAccount ? amount() : worth();
    }

    Money charges() {
        return Money.ofMinor(taken().getCurrencyUnit(), chargesMinor);
    }

    Money worth() {
        return inEuro(amount(), paidRate);
    }

    /** What comes back: at least a minor unit. */
    Money received() {
        Money kept = Rounding.DOWN.percent(amount(), BigDecimal.valueOf(keptPercent));
        return ownAccount ? amount().minus(kept) : inEuro(amount(), backRate);
    }

    Money worthBack() {
        return ownAccount ? inEuro(received(), backRate) : received();
    }

    private static Money inEuro(Money amount, BigDecimal rate) {
        return Rounding.HALF_UP.amount(EUR, amount.getAmount().multiply(rate));
    }

    /** Every journal of it, in order. */
    List<Journal> journals() {
        var journals = new ArrayList<Journal>();
        accepted().forEach(document -> journals.add(InvoiceBooking.accepted(document)));
        if (end != End.ACCEPTED) {
            journals.add(PaymentBooking.released(payment(), Documents.DAY));
        }
        switch (end) {
            case ACCEPTED, RELEASED -> {}
            case REJECTED -> journals.add(PaymentBooking.rejected(payment(), Documents.DAY));
            case SETTLED -> journals.add(settled());
            case RETURNED -> {
                journals.add(settled());
                journals.add(PaymentBooking.returned(payment(), received(), worthBack(), Documents.DAY));
            }
        }
        return journals;
    }

    private Journal settled() {
        return PaymentBooking.settled(payment(), taken(), charges(), worth(), Documents.DAY);
    }

    /** The same documents and payment with another end. */
    Life until(End other) {
        return new Life(id, documents, ownAccount, paidRate, backRate, chargesMinor, keptPercent, other);
    }
}
