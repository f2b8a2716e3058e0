package io.quittance.payment;

import io.quittance.finding.FindingCode;
import io.quittance.payment.Candidate.Makeup;
import io.quittance.withholding.Part;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * What a document says itself that is kept back of it. Ours is what is kept back and owed to the tax office, once; where the two are
 * not the same, nobody is paid before a person has found out which is wrong.
 */
final class StatedLevy {

    private StatedLevy() {}

    /** Why a document cannot be paid with these taxes; empty where they are what it states, to a minor unit, or it states none. */
    static Optional<String> obstacle(Candidate candidate, List<Part> parts) {
        Makeup makeup = Objects.requireNonNull(candidate.makeup());
        Money levy = makeup.levy();
        if (levy.isZero()) {
            return Optional.empty();
        }
        if (!makeup.prepaid().isZero()) {
            return Optional.of(FindingCode.LEVY_STATED.id() + " the document states " + levy + " as kept back and "
                    + makeup.prepaid() + " stands as prepaid, which may be the same: ask for a credit note and another"
                    + " invoice");
        }
        Money ours = keptBack(candidate, parts);
        return isSame(levy, ours)
                ? Optional.empty()
                : Optional.of(FindingCode.LEVY_STATED.id() + " the document says that " + levy
                        + " is kept back, our rows keep back " + ours + named(parts)
                        + ": correct the contractor's terms, certificates or the rows, or ask for a credit note and"
                        + " another invoice");
    }

    /** Positive for both kinds of document, as the document states it. */
    private static Money keptBack(Candidate candidate, List<Part> parts) {
        return parts.stream()
                .map(Part::keptBack)
                .reduce(Money.zero(candidate.payable().getCurrencyUnit()), Money::plus)
                .multipliedBy(candidate.kind().sign());
    }

    private static boolean isSame(Money one, Money other) {
        return Math.abs(one.minus(other).getAmountMinorLong()) <= 1;
    }

    private static String named(List<Part> parts) {
        return parts.isEmpty()
                ? ""
                : parts.stream()
                        .map(part -> part.name() + " " + part.keptBack().getAmount())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
