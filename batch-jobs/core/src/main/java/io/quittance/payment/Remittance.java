package io.quittance.payment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What the payee reads on the statement: its own reference, or the numbers of what is paid. */
final class Remittance {

    /** {@code RmtInf/Ustrd}: at most 140 characters, once. */
    private static final int LIMIT = 140;

    private Remittance() {}

    /** At least so much of the text belongs to the numbers of the documents. */
    private static final int LEAST_FOR_NUMBERS = 70;

    /**
     * What is paid, and what was kept back from it. A creditor reference (ISO 11649) travels as it is: a machine reads it.
     *
     * @param withheld of the documents that are paid; those that the payer bears are not told
     */
    static String of(List<Candidate> paid, List<Deduction> withheld) {
        String less = less(withheld);
        String reference = paid.getFirst().paymentReference();
        if (paid.size() == 1 && reference != null && !reference.isBlank() && reference.length() <= LIMIT) {
            boolean told = reference.matches("RF\\d\\d.*") || reference.length() + less.length() > LIMIT;
            return told ? reference : reference + less;
        }
        return numbers(paid, LIMIT - less.length()) + less;
    }

    /** {@code  less ISR 1000.00 IVA retenido 1066.67}: by tax, in the order of the rules; in one sum where that is too long. */
    private static String less(List<Deduction> withheld) {
        Map<String, Money> byTax = new LinkedHashMap<>();
        withheld.stream()
                .map(Deduction::part)
                .filter(part -> !part.keptBack().isZero())
                .forEach(part -> byTax.merge(part.name(), part.keptBack(), Money::plus));
        if (byTax.isEmpty()) {
            return "";
        }
        String all = byTax.entrySet().stream()
                .map(tax -> tax.getKey() + " " + tax.getValue().getAmount().toPlainString())
                .collect(Collectors.joining(" ", " less ", ""));
        Money sum = Money.total(byTax.values());
        return all.length() <= LIMIT - LEAST_FOR_NUMBERS
                ? all
                : " less tax " + sum.getAmount().toPlainString();
    }

    /** As many numbers as fit; {@code +n} says how many more documents are paid. */
    private static String numbers(List<Candidate> paid, int limit) {
        String first = paid.getFirst().number();
        var text = new StringBuilder(first.substring(
                0, Math.min(first.length(), limit - more(paid.size() - 1).length())));
        for (int i = 1; i < paid.size(); i++) {
            String next = " " + paid.get(i).number();
            if (text.length() + next.length() + more(paid.size() - 1 - i).length() > limit) {
                return text.append(more(paid.size() - i)).toString();
            }
            text.append(next);
        }
        return text.toString();
    }

    private static String more(int documents) {
        return documents == 0 ? "" : " +" + documents;
    }
}
