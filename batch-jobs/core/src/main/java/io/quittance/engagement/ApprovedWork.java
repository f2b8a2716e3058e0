package io.quittance.engagement;

import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The approved work of one contract, and how much of each piece accepted documents have billed.
 *
 * @param works at most one of each name
 * @param billed by name, in the unit of the work; less what credit notes gave back
 */
public record ApprovedWork(List<Work> works, Map<String, BigDecimal> billed) {

    /** Nothing was approved, nothing billed. */
    public static final ApprovedWork NONE = new ApprovedWork(List.of(), Map.of());

    public ApprovedWork {
        works = List.copyOf(works);
        billed = Map.copyOf(billed);
    }

    /** How much of a piece of work was billed. */
    BigDecimal billed(Work work) {
        return billed.getOrDefault(work.name(), BigDecimal.ZERO);
    }

    /** How much of it may still be billed. */
    BigDecimal open(Work work) {
        return work.quantity().subtract(billed(work)).max(BigDecimal.ZERO);
    }

    Stream<Work> of(Basis basis, @Nullable WorkUnit unit) {
        return works.stream().filter(work -> work.basis() == basis && Objects.equals(work.unit(), unit));
    }

    /** What is known once these shares are billed. */
    public ApprovedWork after(List<Share> shares) {
        if (shares.isEmpty()) {
            return this;
        }
        Map<String, BigDecimal> sums = new HashMap<>(billed);
        shares.forEach(share -> sums.merge(share.work().name(), share.units(), BigDecimal::add));
        return new ApprovedWork(works, sums);
    }
}
