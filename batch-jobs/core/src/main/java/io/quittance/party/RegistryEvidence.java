package io.quittance.party;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to show for a VAT id on the day that decides a document's tax.
 *
 * @param role whose id it is
 * @param number in its normal form; null when the party has none
 * @param on the tax point
 * @param standing what follows from the answer
 * @param answer the one that counts: of the day nearest to the tax point, of two equally near ones the later; null without one
 */
public record RegistryEvidence(
        Role role,
        @Nullable String number,
        LocalDate on,
        Standing standing,
        @Nullable RegistryAnswer answer) {

    /** Whose VAT id. */
    public enum Role {
        /** Ours: BT-48. */
        PAYER,
        /** The contractor's: BT-31. */
        SUPPLIER
    }

    /** What an answer is worth. */
    public enum Standing {
        /** The number was in force, said near enough to the tax point. */
        CONFIRMED,
        /** The same, but the register was asked again since and did not answer: to be asked again before the return. */
        PROVISIONAL,
        /** The number was in force on a day that is too far from the tax point. */
        TOO_OLD,
        /** The register says that the number is not in force. */
        INVALID,
        /** No register has said anything. */
        NO_ANSWER
    }

    /** What a book holds for a number on a day, and what that is worth by a policy. */
    public static RegistryEvidence of(Question question, RegistryBook book, RegistryPolicy policy) {
        String stated = question.stated();
        if (stated == null) {
            return new RegistryEvidence(question.role(), null, question.on(), Standing.NO_ANSWER, null);
        }
        String number = VatId.normalise(question.territory(), stated);
        Optional<RegistryAnswer> nearest = book.about(number).stream()
                .min(Comparator.comparingLong((RegistryAnswer one) -> away(one, question.on()))
                        .thenComparing(RegistryAnswer::askedAt, Comparator.reverseOrder())
                        .thenComparing(RegistryAnswer::valid));
        Standing standing = nearest.map(answer -> standing(answer, question.on(), book, policy))
                .orElse(Standing.NO_ANSWER);
        return new RegistryEvidence(question.role(), number, question.on(), standing, nearest.orElse(null));
    }

    /** Whose number, given by which territory, on which day. @param stated null when the party has none */
    public record Question(
            Role role, String territory, @Nullable String stated, LocalDate on) {}

    /** Days between the answer and the tax point; 0 without an answer. */
    public int ageDays() {
        return answer == null ? 0 : (int) away(answer, on);
    }

    /** In a line: who said it, when, and under which number it can be found again. Nobody is named. */
    public String told() {
        if (number == null) {
            return "no VAT id";
        }
        if (answer == null) {
            return number + ": no registry answer";
        }
        return number + ": " + (answer.valid() ? "in force" : "not in force") + " on " + answer.day() + " by "
                + answer.source()
                + (answer.consultation() == null ? "" : ", consultation number " + answer.consultation())
                + (standing == Standing.PROVISIONAL ? ", provisional: no answer since" : "")
                + (standing == Standing.TOO_OLD ? ", " + ageDays() + " days from the tax point" : "");
    }

    private static Standing standing(RegistryAnswer answer, LocalDate on, RegistryBook book, RegistryPolicy policy) {
        if (!answer.valid()) {
            return Standing.INVALID;
        }
        if (away(answer, on) > policy.maxAgeDays()) {
            return Standing.TOO_OLD;
        }
        boolean silentSince = !answer.day().equals(on)
                && book.silentSince(answer.number())
                        .filter(since -> since.isAfter(answer.askedAt()))
                        .isPresent();
        return silentSince ? Standing.PROVISIONAL : Standing.CONFIRMED;
    }

    private static long away(RegistryAnswer answer, LocalDate on) {
        return Math.abs(ChronoUnit.DAYS.between(answer.day(), on));
    }
}
