package io.quittance.world;

import io.quittance.invoice.InvoiceLine;
import io.quittance.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The lines of documents: hours at the supplier's price, and some expenses. */
final class Lines {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> WORK = List.of(
            "Development", "Design", "Testing", "Consulting", "Translation", "Project work", "Training", "Support");
    private static final List<String> EXPENSES = List.of("Travel", "Licences", "Printing", "Courier");

    /** One line in six of ten documents, two in three, three in one. */
    List<InvoiceLine> of(Supplier supplier, Charge charge, Chance chance) {
        int drawn = chance.below(10);
        int count = drawn < 6 ? 1 : drawn < 9 ? 2 : 3;
        var lines = new ArrayList<InvoiceLine>(count);
        lines.add(line(1, work(chance), hours(400, 8_000, chance), supplier.hourMinor(), supplier, charge));
        for (int i = 2; i <= count; i++) {
            int priceMinor = supplier.hourMinor() / chance.between(2, 5);
            lines.add(line(
                    i, chance.oneOf(EXPENSES), BigDecimal.valueOf(chance.between(1, 3)), priceMinor, supplier, charge));
        }
        return lines;
    }

    /** What a credit note gives back: less than any invoice asks for. */
    InvoiceLine credit(Supplier supplier, Charge charge, Chance chance) {
        return line(1, "Credit, " + work(chance), hours(100, 300, chance), supplier.hourMinor(), supplier, charge);
    }

    /**
     * As clocks for work write it, in hundredths: of contractors who all billed whole hours at one price, too many documents would
     * come to the same amount.
     */
    private static BigDecimal hours(int leastHundredths, int mostHundredths, Chance chance) {
        return BigDecimal.valueOf(chance.between(leastHundredths, mostHundredths), 2);
    }

    private static String work(Chance chance) {
        return chance.oneOf(WORK) + ", week " + chance.between(40, 46);
    }

    private static InvoiceLine line(
            int number, String description, BigDecimal quantity, int priceMinor, Supplier supplier, Charge charge) {
        CurrencyUnit currency = supplier.origin().currency();
        Money price = Money.ofMinor(currency, priceMinor);
        Money net = Rounding.HALF_UP.amount(currency, price.getAmount().multiply(quantity));
        BigDecimal rate = charge.ratePercent();
        Money vat = rate == null || !charge.isTaxed()
                ? Money.zero(currency)
                : Rounding.HALF_UP.amount(
                        currency, net.getAmount().multiply(rate).divide(HUNDRED));
        return new InvoiceLine(
                String.valueOf(number), 0, description, quantity, price.getAmount(), net, charge.category(), rate, vat);
    }
}
