package io.quittance.payment;

import java.util.List;

/** What the payee reads on the statement: its own reference, or the numbers of what is paid. */
final class Remittance {

    /** {@code RmtInf/Ustrd}: at most 140 characters, once. */
    private static final int LIMIT = 140;

    private Remittance() {}

    static String of(List<Candidate> paid) {
        String reference = paid.getFirst().paymentReference();
        if (paid.size() == 1 && reference != null && reference.length() <= LIMIT) {
            return reference;
        }
        var text = new StringBuilder();
        for (int i = 0; i < paid.size(); i++) {
            String number = paid.get(i).number();
            String more = " +" + (paid.size() - i);
            if (text.length() + number.length() + 1 + more.length() > LIMIT) {
                return text.append(more).toString();
            }
            text.append(i == 0 ? "" : " ").append(number);
        }
        return text.toString();
    }
}
