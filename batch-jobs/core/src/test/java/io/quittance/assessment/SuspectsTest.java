package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second document after an accepted invoice RE-1045 of 2026-11-02 for work of 2026-10-31 over 150.00. */
class SuspectsTest {

    private final History history = World.nothingBefore();

    @ParameterizedTest(name = "{0} of {1} for {2} over {3}: {4}")
    @CsvSource(textBlock = """
            # number, issued,     supplied,   net,    points
            RE-1045a, 2026-11-02, 2026-10-31, 150.00, 95
            X-77,     2026-11-02, 2026-10-31, 150.00, 70
            X-77,     2026-11-03, 2026-10-31, 150.00, 60
            X-77,     2026-11-01, 2026-10-31, 150.00, 60
            X-77,     2026-11-04, 2026-10-31, 150.00,
            RE-1054,  2026-11-09, 2026-10-31, 150.00, 65
            RE-1O45,  2026-11-09, 2026-10-31, 150.00, 75
            1045,     2026-11-09, 2026-10-31, 150.00, 70
            # a series: another number and another week
            RE-1046,  2026-11-09, 2026-11-07, 150.00,
            RE-1046,  2026-11-02, 2026-11-07, 150.00,
            RE-1046,  2026-11-09, 2026-11-06, 150.00, 65
            # a scanner's number is no other number, whatever the period
            RE-1O45,  2026-11-16, 2026-11-14, 150.00, 75
            # too far away
            RE-1O45,  2026-08-20, 2026-08-15, 150.00,
            # another amount
            RE-1046,  2026-11-02, 2026-10-31, 151.00,
            """)
    void whatLooksLikeItIsHeldWithItsPoints(
            String number, LocalDate issued, LocalDate supplied, String net, Integer points) {
        assess(Draft.over("EUR", "150.00").numbered("RE-1045"));
        Draft second = Draft.over("EUR", net).numbered(number);
        second.issued = issued;
        second.supply = supplied;
        Assessment assessed = assess(second);
        assertThat(codes(assessed)).isEqualTo(points == null ? List.of() : List.of(FindingCode.DUPLICATE_SUSPECTED));
        assertThat(assessed.verdict()).isEqualTo(points == null ? Verdict.ACCEPTED : Verdict.HELD);
        if (points != null) {
            assertThat(message(assessed)).endsWith("; together " + points + " of 60");
        }
    }

    @Test
    void itSaysWhichOneAndWhy() {
        Draft first = Draft.over("EUR", "150.00").numbered("RE-1045");
        first.syntax = "CII";
        assess(first);
        assertThat(message(assess(Draft.over("EUR", "150.00").numbered("RE-1054"))))
                .isEqualTo("looks like RE-1045 of 2026-11-02 over EUR 150.00 in invoices.csv (CII): the same amount 40,"
                        + " the same date 30, numbers that differ by a slip 25; together 95 of 60");
    }

    @ParameterizedTest(name = "{0} after {1}, number {2} over {3}: {4}")
    @CsvSource(textBlock = """
            # C-PLAIN has the account of C-1; the twins have one VAT id; C-GB has nothing of them
            C-PLAIN,  C-1,      RE-1045, 149.00, 90
            C-PLAIN,  C-1,      RE-1046, 149.00,
            C-PLAIN,  C-1,      X-77,    150.00, 85
            C-TWIN-B, C-TWIN-A, RE-1045, 149.00, 95
            C-TWIN-B, C-1,      RE-1045, 150.00,
            """)
    void whoHasAccountOrVatIdInCommonIsComparedToo(
            String contractor, String earlier, String number, String net, Integer points) {
        Draft first = Draft.over("EUR", "150.00").numbered("RE-1045");
        assess(earlier.equals("C-1") ? first : first.from(earlier));
        Assessment assessed = assess(Draft.over("EUR", net).numbered(number).from(contractor));
        assertThat(codes(assessed)).isEqualTo(points == null ? List.of() : List.of(FindingCode.DUPLICATE_SUSPECTED));
        if (points != null) {
            assertThat(message(assessed)).contains(" from " + earlier + " in ").contains("together " + points);
        }
    }

    @Test
    void theMostAlikeComesFirstAndNoMoreThanFiveAreTold() {
        for (int i = 0; i < 8; i++) {
            Draft draft = Draft.over("EUR", "150.00").numbered("N" + i + "-" + i * 1111);
            draft.file = i + ".csv";
            assess(draft);
        }
        Assessment last = assess(Draft.over("EUR", "150.00").numbered("N3-3334"));
        assertThat(last.findings().all())
                .hasSize(5)
                .anyMatch(one -> one.message().startsWith("looks like N3-3333 "));
    }

    @Test
    void configurationDecidesFromWhenOn() {
        assess(Draft.over("EUR", "150.00").numbered("RE-1045"));
        Draft second = Draft.over("EUR", "150.00").numbered("X-77");
        assertThat(judged(second, new Suspicion(71, 60, Map.of(), true))).isEmpty();
        assertThat(judged(second, new Suspicion(70, 60, Map.of(), true))).hasSize(1);
        assertThat(judged(second, new Suspicion(70, 60, Map.of(Resemblance.SAME_DATE, 0), true)))
                .isEmpty();
    }

    @Test
    void aHeldOneCountsAndARejectedOneDoesNot() {
        Draft held = Draft.over("EUR", "150.00").numbered("RE-1045");
        held.contract = null;
        assess(held);
        Draft rejected = Draft.over("EUR", "175.00").numbered("RE-2000");
        rejected.due = LocalDate.parse("2026-01-01");
        assess(rejected);
        assertThat(codes(assess(Draft.over("EUR", "150.00").numbered("X-77"))))
                .containsExactly(FindingCode.DUPLICATE_SUSPECTED);
        assertThat(codes(assess(Draft.over("EUR", "175.00").numbered("X-78")))).isEmpty();
    }

    private Iterable<Finding> judged(Draft draft, Suspicion suspicion) {
        var circumstances = new Dossier.Circumstances(World.BUSINESS_DATE, World.REGISTER, suspicion);
        return SuspectRules.looksLikeAnother(Dossier.open(draft.invoice(), circumstances, history));
    }

    private Assessment assess(Draft draft) {
        return World.assessor().assess(draft.invoice(), history);
    }

    private static List<FindingCode> codes(Assessment assessed) {
        return assessed.findings().stream().map(Finding::code).toList();
    }

    private static String message(Assessment assessed) {
        return assessed.findings().all().getFirst().message();
    }
}
