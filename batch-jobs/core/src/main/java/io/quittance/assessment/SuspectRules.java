package io.quittance.assessment;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Documents that look like an earlier one, by points (einvoice.md 4, level 4). Nothing is rejected for its looks: a person
 * compares the two.
 */
final class SuspectRules {

    /** More are not shown: whoever looks at these has seen what is the matter. */
    private static final int MOST_SHOWN = 5;

    /** What is for days a week apart is a series: the same sum every week or month is how contractors work. */
    private static final int DAYS_OF_A_SERIES = 7;

    private SuspectRules() {}

    static Findings looksLikeAnother(Dossier dossier) {
        if (!DuplicateRules.takenInBefore(dossier).isEmpty()) {
            return Findings.NONE;
        }
        Invoice invoice = dossier.invoice();
        Suspicion suspicion = dossier.suspicion();
        return dossier.history().alike(invoice, dossier.register().kin(invoice.contractor())).stream()
                .filter(other -> days(dossier, other) <= suspicion.days())
                .map(other -> new Suspect(other, resemblances(dossier, other), suspicion))
                .filter(suspect -> suspect.score() >= suspicion.threshold())
                .filter(suspect -> !isNextOfASeries(invoice, suspect))
                .sorted(Comparator.comparingInt(Suspect::score).reversed())
                .limit(MOST_SHOWN)
                .map(suspect -> finding(dossier, suspect))
                .collect(Findings.gathered());
    }

    /** An earlier document and what it has in common with the one that is judged. */
    private record Suspect(Likeness other, Set<Resemblance> reasons, Suspicion suspicion) {

        int score() {
            return reasons.stream().mapToInt(suspicion::points).sum();
        }

        String explained() {
            return reasons.stream()
                    .filter(reason -> suspicion.points(reason) > 0)
                    .map(reason -> reason.words() + " " + suspicion.points(reason))
                    .collect(Collectors.joining(", "));
        }
    }

    private static Set<Resemblance> resemblances(Dossier dossier, Likeness other) {
        Invoice invoice = dossier.invoice();
        Set<Resemblance> found = EnumSet.noneOf(Resemblance.class);
        if (invoice.totals().gross().equals(other.gross())) {
            found.add(Resemblance.SAME_AMOUNT);
        }
        long days = days(dossier, other);
        if (days <= 1) {
            found.add(days == 0 ? Resemblance.SAME_DATE : Resemblance.NEXT_DAY);
        }
        String number = InvoiceKey.normalise(invoice.number());
        if (number.equals(other.normalisedNumber())) {
            found.add(Resemblance.SAME_NUMBER);
        }
        Numbers.resemblance(invoice.number(), other.number()).ifPresent(found::add);
        if (!other.contractor().equals(invoice.contractor())) {
            boolean samePerson =
                    dossier.register().samePerson(invoice.contractor()).contains(other.contractor());
            found.add(samePerson ? Resemblance.SAME_PERSON : Resemblance.SAME_ACCOUNT);
        }
        return found;
    }

    private static long days(Dossier dossier, Likeness other) {
        return Math.abs(ChronoUnit.DAYS.between(dossier.invoice().issueDate(), other.issueDate()));
    }

    /** Another number, but for a slip, and another period: next week's invoice, not this week's once more. */
    private static boolean isNextOfASeries(Invoice invoice, Suspect suspect) {
        boolean sameNumber = suspect.reasons().contains(Resemblance.SAME_NUMBER)
                || suspect.reasons().contains(Resemblance.SCANNED_NUMBER)
                || suspect.reasons().contains(Resemblance.PREFIXED_NUMBER);
        long apart = Math.abs(
                ChronoUnit.DAYS.between(invoice.taxPoint(), suspect.other().taxPoint()));
        return !sameNumber && apart >= DAYS_OF_A_SERIES;
    }

    private static Finding finding(Dossier dossier, Suspect suspect) {
        Likeness other = suspect.other();
        Invoice invoice = dossier.invoice();
        String from = other.contractor().equals(invoice.contractor()) ? "" : " from " + other.contractor();
        return Finding.of(
                FindingCode.DUPLICATE_SUSPECTED,
                dossier.place("invoice_number"),
                invoice.number(),
                null,
                "looks like " + other.number() + " of " + other.issueDate() + " over " + other.gross() + from + " in "
                        + other.origin() + ": " + suspect.explained() + "; together " + suspect.score() + " of "
                        + suspect.suspicion().threshold());
    }
}
