package io.quittance.engagement;

import static io.quittance.engagement.Figures.figure;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import io.quittance.party.BillingTerm;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.Contract;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line, and all that is known about it when it is matched.
 *
 * @param work as it stands after the lines before it
 */
record LineCase(Invoice invoice, Contract contract, InvoiceLine line, ApprovedWork work) {

    /** "One" in UN/ECE Recommendation 20: how a fee is counted by those who do not write months. */
    private static final String ONE = "C62";

    /** No line bills the fees of more months; a document may state all days of all calendars. */
    private static final int MOST_MONTHS = 120;

    /** The day whose terms are looked at where no approved work says another: the first one of the billed period. */
    LocalDate referenceDay() {
        Period period = line.period();
        return period == null ? invoice.taxPoint() : period.from();
    }

    /** For people: {@code 2026-11-02 to 2026-11-08}, or {@code up to 2026-11-24}. */
    String billedDays() {
        Period period = line.period();
        return period == null ? "up to " + invoice.issueDate() : period.toString();
    }

    /** The term that a line is billed by; a line that states no unit is billed by the only one there is. */
    Optional<BillingTerm> countedTerm() {
        List<BillingTerm> counted = contract.terms().stream()
                .filter(term -> term.basis() == Basis.TIME || term.basis() == Basis.FIXED)
                .toList();
        Optional<WorkUnit> unit = WorkUnit.of(line.unit());
        if (unit.isPresent()) {
            return counted.stream()
                    .filter(term -> term.unit() == unit.get())
                    .min(Comparator.comparing(BillingTerm::basis));
        }
        if (line.unit() == null) {
            return onlyOne(counted);
        }
        return ONE.equals(line.unit())
                ? onlyOne(counted.stream()
                        .filter(term -> term.basis() == Basis.FIXED)
                        .toList())
                : Optional.empty();
    }

    private static Optional<BillingTerm> onlyOne(List<BillingTerm> terms) {
        long kinds = terms.stream()
                .map(term -> term.basis() + " " + term.unit())
                .distinct()
                .count();
        return kinds == 1 ? terms.stream().findFirst() : Optional.empty();
    }

    /** The first term of that kind, for its clause, whatever the day. */
    Optional<BillingTerm> anyTerm(Basis basis) {
        return contract.terms().stream().filter(term -> term.basis() == basis).findFirst();
    }

    /** The approved pieces that the line may be about, the oldest first. */
    List<Work> candidates(Basis basis, WorkUnit unit) {
        if (basis == Basis.FIXED) {
            return months().map(month -> Work.fee(unit, month)).toList();
        }
        Period billed = line.period();
        return work.of(basis, unit)
                .filter(piece -> billed == null
                        ? !piece.days().to().isAfter(invoice.issueDate())
                        : billed.contains(piece.days()))
                .sorted(Comparator.comparing(piece -> piece.days().from()))
                .toList();
    }

    /** Approved pieces that lie in the billed period only in part: they are not counted, and people should know why. */
    long partlyBilled(WorkUnit unit) {
        Period billed = line.period();
        return billed == null
                ? 0
                : work.of(Basis.TIME, unit)
                        .filter(piece -> billed.overlaps(piece.days()) && !billed.contains(piece.days()))
                        .count();
    }

    private Stream<YearMonth> months() {
        Period billed = line.period();
        YearMonth first = YearMonth.from(referenceDay());
        YearMonth last = billed == null ? first : YearMonth.from(billed.to());
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .limit(MOST_MONTHS);
    }

    /** The approved milestone whose id stands in the description, as a word of its own; none when two do. */
    Optional<Work> milestone() {
        String words = " " + words(line.description()) + " ";
        List<Work> named = work.of(Basis.MILESTONE, null)
                .filter(piece -> piece.milestone() != null && words.contains(" " + words(piece.milestone()) + " "))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static String words(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}-]+", " ")
                .strip();
    }

    /** {@code CT-1, clause 4.2 Fees}. */
    String cited(String clause) {
        return contract.id() + ", clause " + clause;
    }

    Finding finding(FindingCode code, String field, @Nullable String read, @Nullable String expected, String message) {
        Place place = new Place(invoice.source().file(), line.line(), field);
        return Finding.of(code, place, read, expected, "line " + line.number() + ": " + message);
    }

    /** An amount or a price with the decimals of its currency at least: {@code 92.50}. */
    String amount(BigDecimal amount) {
        int decimals = invoice.currency().getDecimalPlaces();
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), decimals)).toPlainString();
    }

    /** {@code 40 HUR}; without a unit as it was stated. */
    String quantity(@Nullable WorkUnit unit) {
        return figure(line.quantity()) + (unit == null ? "" : " " + unit);
    }
}
