package io.quittance.payment;

import java.util.List;

/** What the payee reads on the statement: its own reference, or the numbers of what is paid. */
final class Remittance {

    /** {@code RmtInf/Ustrd}: at most 140 characters, once. */
    private static final int LIMIT = 140;

    private Remittance() {}

    static String of(List<Candidate> paid) {
        String reference = paid.getFirst().paymentReference();
        if (paid.size() == 1 && reference != null && !reference.isBlank() && reference.length() <= LIMIT) {
            return reference;
        }
        return numbers(paid);
    }

    /** As many numbers as fit; {@code +n} says how many more documents are paid. */
    private static String numbers(List<Candidate> paid) {
        String first = paid.getFirst().number();
        var text = new StringBuilder(first.substring(
                0, Math.min(first.length(), LIMIT - more(paid.size() - 1).length())));
        for (int i = 1; i < paid.size(); i++) {
            String next = " " + paid.get(i).number();
            if (text.length() + next.length() + more(paid.size() - 1 - i).length() > LIMIT) {
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
