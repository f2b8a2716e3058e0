package io.quittance.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quittance.engagement.Match.Outcome;
import io.quittance.finding.Finding;
import io.quittance.invoice.DocumentKind;
import io.quittance.party.BillingTerm.Basis;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract, approved work and document, a row each; dates are of 2026. */
class MatchingTest {

    private static final String WEEK = "HUR 2026-11-02/2026-11-08 40";
    private static final String HOURS = "TIME HUR 95";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            exactly                        | 40 HUR x 95 2026-11-02/2026-11-08    | MATCHED       |           | HUR 2026-11-02/2026-11-08 40
            two lines of one week          | 30 HUR x 95; 10 HUR x 95             | MATCHED       |           | HUR 2026-11-02/2026-11-08 30, HUR 2026-11-02/2026-11-08 10
            two lines, one hour too many   | 30 HUR x 95; 11 HUR x 95             | OVER_BILLED   | Q510      | HUR 2026-11-02/2026-11-08 30, HUR 2026-11-02/2026-11-08 10
            no period, no unit             | 40 - x 95                            | MATCHED       |           | HUR 2026-11-02/2026-11-08 40
            less than was approved         | 39.5 HUR x 95 2026-11-02/2026-11-08  | UNDER_BILLED  |           | HUR 2026-11-02/2026-11-08 39.5
            cheaper than agreed            | 40 HUR x 94.99                       | UNDER_BILLED  |           | HUR 2026-11-02/2026-11-08 40
            a quarter of an hour too many  | 40.25 HUR x 95 2026-11-02/2026-11-08 | OVER_BILLED   | Q509      | HUR 2026-11-02/2026-11-08 40
            a cent too dear                | 40 HUR x 95.01                       | OVER_BILLED   | Q508      | HUR 2026-11-02/2026-11-08 40
            both                           | 41 HUR x 96                          | OVER_BILLED   | Q508 Q509 | HUR 2026-11-02/2026-11-08 40
            the week after                 | 40 HUR x 95 2026-11-09/2026-11-15    | NO_TIME_SHEET | Q507      |
            the week after, too dear       | 40 HUR x 99 2026-11-09/2026-11-15    | OVER_BILLED   | Q507 Q508 |
            half of the week               | 20 HUR x 95 2026-11-02/2026-11-05    | NO_TIME_SHEET | Q507      |
            the whole month                | 40 HUR x 95 2026-11-01/2026-11-30    | MATCHED       |           | HUR 2026-11-02/2026-11-08 40
            before the contract            | 40 HUR x 95 2025-12-29/2026-11-08    | OVER_BILLED   | Q514      | HUR 2026-11-02/2026-11-08 40
            in days                        | 5 DAY x 760                          | OVER_BILLED   | Q512      |
            in pieces                      | 40 C62 x 95                          | OVER_BILLED   | Q512      |
            a discount beside it           | 40 HUR x 95; -1 - x 100              | MATCHED       |           | HUR 2026-11-02/2026-11-08 40
            """)
    void aWeekOfFortyHours(String name, String lines, Outcome outcome, String codes, String shares) {
        Match match = match(HOURS, WEEK, lines);

        assertThat(match.outcome()).isEqualTo(outcome);
        assertThat(codes(match)).isEqualTo(codes == null ? "" : codes);
        assertThat(Paper.shares(match)).isEqualTo(shares == null ? "" : shares);
    }

    @ParameterizedTest(name = "billed before {0}, now {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0  | 40 | MATCHED      |
            10 | 30 | MATCHED      |
            10 | 31 | OVER_BILLED  | Q510
            40 | 1  | OVER_BILLED  | Q510
            40 | 40 | OVER_BILLED  | Q510
            45 | 1  | OVER_BILLED  | Q510
            """)
    void approvedHoursAreBilledOnce(String before, String hours, Outcome outcome, String codes) {
        Match match = match(HOURS, WEEK + " billed " + before, hours + " HUR x 95 2026-11-02/2026-11-08");

        assertThat(match.outcome()).isEqualTo(outcome);
        assertThat(codes(match)).isEqualTo(codes == null ? "" : codes);
    }

    @ParameterizedTest(name = "{0}: {1} x {2}")
    @CsvSource(delimiter = '|', textBlock = """
            quantity=5%             | 42       | 95    | WITHIN_TOLERANCE |
            quantity=5%             | 42.01    | 95    | OVER_BILLED      | Q509
            quantity=1.5            | 41.5     | 95    | WITHIN_TOLERANCE |
            quantity=1.5            | 41.51    | 95    | OVER_BILLED      | Q509
            quantity=5%/1           | 41       | 95    | WITHIN_TOLERANCE |
            quantity=5%/1           | 41.01    | 95    | OVER_BILLED      | Q509
            quantity=1%/10          | 40.4     | 95    | WITHIN_TOLERANCE |
            quantity=1%/10          | 40.41    | 95    | OVER_BILLED      | Q509
            rate=2%                 | 40       | 96.9  | WITHIN_TOLERANCE |
            rate=2%                 | 40       | 96.91 | OVER_BILLED      | Q508
            rate=0.50               | 40       | 95.5  | WITHIN_TOLERANCE |
            rate=0.50               | 40       | 95.51 | OVER_BILLED      | Q508
            rate=1 quantity=1       | 41       | 96    | WITHIN_TOLERANCE |
            rate=1 quantity=1 amount=136  | 41 | 96    | WITHIN_TOLERANCE |
            rate=1 quantity=1 amount=135.99 | 41 | 96  | OVER_BILLED      | Q515
            rate=5% quantity=5% amount=1%   | 40 | 95.95 | WITHIN_TOLERANCE |
            rate=5% quantity=5% amount=1%   | 40 | 95.96 | OVER_BILLED    | Q515
            """)
    void tolerancesHoldToTheCent(String tolerances, String hours, String price, Outcome outcome, String codes) {
        Match match = match(HOURS + " " + tolerances, WEEK, hours + " HUR x " + price + " 2026-11-02/2026-11-08");

        assertThat(match.outcome()).isEqualTo(outcome);
        assertThat(codes(match)).isEqualTo(codes == null ? "" : codes);
        assertThat(match.shares())
                .as("what is tolerated is not approved")
                .allMatch(share -> share.units().compareTo(new BigDecimal("40")) <= 0);
    }

    @Test
    void aToleranceIsNotGivenOnceMoreWhenAllIsBilled() {
        Match match = match(HOURS + " quantity=2", WEEK + " billed 40", "2 HUR x 95 2026-11-02/2026-11-08");

        assertThat(codes(match)).isEqualTo("Q510");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            October at the old rate          | 40 HUR x 90 2026-10-01/2026-10-31         | MATCHED      |
            October at the new rate          | 40 HUR x 95 2026-10-01/2026-10-31         | OVER_BILLED  | Q508
            November at the new rate         | 24 HUR x 95 2026-11-01/2026-11-30         | MATCHED      |
            both, a line each                | 40 HUR x 90 2026-10-01/2026-10-31; 24 HUR x 95 2026-11-01/2026-11-30 | MATCHED |
            both in one line, 5880 / 64      | 64 HUR x 91.875 2026-10-01/2026-11-30     | MATCHED      |
            both in one line, a mill too dear | 64 HUR x 91.876 2026-10-01/2026-11-30    | OVER_BILLED  | Q508
            both in one line at the new rate | 64 HUR x 95 2026-10-01/2026-11-30         | OVER_BILLED  | Q508
            """)
    void aRateThatRisesInMidPeriod(String name, String lines, Outcome outcome, String codes) {
        Match match = match(
                "TIME HUR 90 <2026-10-31; TIME HUR 95 >2026-11-01",
                "HUR 2026-10-19/2026-10-25 40; HUR 2026-11-02/2026-11-08 24",
                lines);

        assertThat(match.outcome()).isEqualTo(outcome);
        assertThat(codes(match)).isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void aTimeSheetOverAChangeOfRateCannotBePriced() {
        Match match = match(
                "TIME HUR 90 <2026-10-31; TIME HUR 95 >2026-11-01",
                "HUR 2026-10-26/2026-11-01 40",
                "40 HUR x 90 2026-10-26/2026-11-01");

        assertThat(codes(match)).isEqualTo("Q513");
    }

    @Test
    void daysWithoutARateHaveNone() {
        Match match = match("TIME HUR 95 <2026-10-31", WEEK, "40 HUR x 95 2026-11-02/2026-11-08");

        assertThat(codes(match)).isEqualTo("Q508");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            once                 |                                | 1 - x 5000 Milestone M2: go-live  | MATCHED          |      | MILESTONE M2 5000
            as two halves        |                                | 1 - x 2500 M2; 1 - x 2500 M2      | OVER_BILLED      | Q510 | MILESTONE M2 2500
            less                 |                                | 1 - x 4999.99 M2                  | UNDER_BILLED     |      | MILESTONE M2 4999.99
            tolerated            | amount=0.01                    | 1 - x 5000.01 M2                  | WITHIN_TOLERANCE |      | MILESTONE M2 5000
            too much             | amount=0.01                    | 1 - x 5000.02 M2                  | OVER_BILLED      | Q511 | MILESTONE M2 5000
            another word         |                                | 1 - x 5000 Milestone M23          | NO_TIME_SHEET    | Q507 |
            in small letters     |                                | 1 - x 5000 for m2.                | MATCHED          |      | MILESTONE M2 5000
            two of them          |                                | 1 - x 9000 M2 and M3              | NO_TIME_SHEET    | Q507 |
            """)
    void milestones(String name, String tolerance, String lines, Outcome outcome, String codes, String shares) {
        Match match = match(
                "MILESTONE" + (tolerance == null ? "" : " " + tolerance),
                "MILESTONE M2 5000; MILESTONE M3 4000",
                lines);

        assertThat(match.outcome()).isEqualTo(outcome);
        assertThat(codes(match)).isEqualTo(codes == null ? "" : codes);
        assertThat(Paper.shares(match)).isEqualTo(shares == null ? "" : shares);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a month               | 1 MON x 6000 2026-10-01/2026-10-31   | MATCHED      |      | FEE MON 2026-10 1
            as one piece          | 1 C62 x 6000 2026-10-01/2026-10-31   | MATCHED      |      | FEE MON 2026-10 1
            a month, half of it   | 0.5 MON x 6000 2026-10-16/2026-10-31 | UNDER_BILLED |      | FEE MON 2026-10 0.5
            two months            | 2 MON x 6000 2026-10-01/2026-11-30   | MATCHED      |      | FEE MON 2026-10 1, FEE MON 2026-11 1
            two fees for a month  | 2 MON x 6000 2026-10-01/2026-10-31   | OVER_BILLED  | Q509 | FEE MON 2026-10 1
            no period: of its day | 1 - x 6000                           | MATCHED      |      | FEE MON 2026-11 1
            """)
    void feesNeedNoTimeSheet(String name, String lines, Outcome outcome, String codes, String shares) {
        Match match = match("FIXED MON 6000", "", lines);

        assertThat(match.outcome()).isEqualTo(outcome);
        assertThat(codes(match)).isEqualTo(codes == null ? "" : codes);
        assertThat(Paper.shares(match)).isEqualTo(shares == null ? "" : shares);
    }

    /** 120,000 months in each of 10,000 lines would take the night. */
    @Test
    void aPeriodOfAllTimeCostsNoTime() {
        String all = String.join("; ", Collections.nCopies(2_000, "0.001 MON x 6000 0001-01-01/9999-12-31"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(match("FIXED MON 6000", "", all).outcome()).isEqualTo(Outcome.OVER_BILLED));
    }

    @Test
    void monthsAreApprovedLikeHours() {
        Match match = match("TIME MON 8000", "MON 2026-10-01/2026-10-31 0.5", "1 MON x 8000 2026-10-01/2026-10-31");

        assertThat(messages(match))
                .containsExactly(
                        "line 1: 1 MON billed for 2026-10-01 to 2026-10-31; approved 0.5 - billed before 0 = 0.5"
                                + " open: 0.5 too many (CT-1, clause 4.2 Fees)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            all of it               | 40 HUR x 95 2026-11-02/2026-11-08 | HUR 2026-11-02/2026-11-08 -40
            a part of it            | 8 HUR x 95                        | HUR 2026-11-02/2026-11-08 -8
            more than was billed    | 60 HUR x 95                       | HUR 2026-11-02/2026-11-08 -40
            a lower price only      | 40 HUR x 5                        |
            of days that were not   | 8 HUR x 95 2026-11-09/2026-11-15  |
            """)
    void aCreditNoteGivesBackAtTheFullRate(String name, String lines, String shares) {
        Match match = Matching.match(
                Paper.document(DocumentKind.CREDIT_NOTE, lines),
                Paper.contract(HOURS),
                Paper.work(WEEK + " billed 40"));

        assertThat(match.findings().all()).isEmpty();
        assertThat(Paper.shares(match)).isEqualTo(shares == null ? "" : shares);
    }

    @Test
    void whatWasGivenBackMayBeBilledAgain() {
        ApprovedWork all = Paper.work(WEEK);
        Match first = match(HOURS, all, DocumentKind.INVOICE, "40 HUR x 95");
        ApprovedWork billed = all.after(first.shares());
        Match second = match(HOURS, billed, DocumentKind.INVOICE, "38 HUR x 95");
        Match credit = match(HOURS, billed, DocumentKind.CREDIT_NOTE, "40 HUR x 95");
        Match third = match(HOURS, billed.after(credit.shares()), DocumentKind.INVOICE, "38 HUR x 95");

        assertThat(List.of(codes(first), codes(second), codes(credit), codes(third)))
                .containsExactly("", "Q510", "", "");
    }

    @Test
    void outlaysPassByTheirClause() {
        Match match = match(HOURS + "; EXPENSES", WEEK, "40 HUR x 95; 1 C62 x 212.40 Train to Utrecht");

        assertThat(match.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(match.lines().get(1).basis()).isEqualTo(Basis.EXPENSES);
    }

    @Test
    void aContractThatSaysNothingIsNotMatched() {
        Match match = match("", WEEK, "400 HUR x 950");

        assertThat(match).isEqualTo(Match.without(Outcome.NOT_WANTED, "CT-1"));
    }

    @Test
    void messagesCiteTheClauseAndCount() {
        Match match = match(
                HOURS + " quantity=1",
                WEEK + " billed 10; HUR 2026-11-09/2026-11-15 40",
                "44 HUR x 96 2026-11-02/2026-11-08");

        assertThat(messages(match))
                .containsExactly(
                        "line 1: the price is 96.00 per HUR, contract CT-1, clause 4.2 Fees says 95.00: 30.00 too much for 30 HUR",
                        "line 1: 44 HUR billed for 2026-11-02 to 2026-11-08; approved 40 - billed before 10 = 30 open:"
                                + " 14 too many (CT-1, clause 4.2 Fees), tolerated are 1");
    }

    private static Match match(String terms, String work, String lines) {
        return match(terms, Paper.work(work), DocumentKind.INVOICE, lines);
    }

    private static Match match(String terms, ApprovedWork work, DocumentKind kind, String lines) {
        return Matching.match(Paper.document(kind, lines), Paper.contract(terms), work);
    }

    private static String codes(Match match) {
        return String.join(
                " ",
                match.findings().all().stream()
                        .map(finding -> finding.code().id())
                        .distinct()
                        .toList());
    }

    private static List<String> messages(Match match) {
        return match.findings().all().stream().map(Finding::message).toList();
    }
}
