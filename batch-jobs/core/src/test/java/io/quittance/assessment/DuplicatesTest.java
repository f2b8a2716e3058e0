package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second document after an accepted invoice 2026-001 of 2026-11-02 over 150.00. */
class DuplicatesTest {

    private final Assessor assessor = World.assessor();
    private final History history = World.nothingBefore();

    @ParameterizedTest(name = "{0} of {1} over {2}: {3}")
    @CsvSource(textBlock = """
            # number,   date,       net,    what it is
            2026-001,   2026-11-02, 150.00, Q401
            2026-001,   2026-11-02, 151.00, Q404
            2026/1,     2026-11-03, 151.00, Q404
            2026-001,   2026-11-03, 150.00, Q402
            2026/1,     2026-11-02, 150.00, Q402
            '2026 001', 2026-11-02, 150.00, Q402
            # looks like it: see SuspectsTest
            2026-001a,  2026-11-02, 150.00, Q405
            2026-0011,  2026-11-02, 150.00, Q405
            2026001,    2026-11-02, 150.00, Q405
            2026-002,   2026-11-20, 150.00,
            2026-002,   2026-11-02, 151.00,
            2026-001,   2025-11-02, 150.00,
            """)
    void theSameNumberInTheSameYearIsADuplicate(String number, LocalDate issued, String net, String code) {
        assess(Draft.over("EUR", "150.00").numbered("2026-001"));
        Draft second = Draft.over("EUR", net).numbered(number);
        second.issued = issued;
        second.supply = null;
        assertThat(assess(second).findings().stream()
                        .map(finding -> finding.code().id())
                        .toList())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void theMessageNamesTheEarlierDocument() {
        assess(Draft.right());
        Draft second = Draft.right().numbered("2026/1");
        second.file = "again.csv";
        assertThat(assess(second).findings().stream().map(Finding::message))
                .containsExactly(
                        "number 2026/1 of 2026-11-02 over 150.00: taken in before from invoices.csv as 2026-001"
                                + " of 2026-11-02 over EUR 150.00");
    }

    @Test
    void thePayeeIsTheSameByIdAndByVatId() {
        assess(Draft.right());
        Draft byVatId = Draft.right();
        byVatId.contractor = "DE 136 695 976";
        Assessment second = assess(byVatId);
        assertThat(second.invoice().contractor()).isEqualTo("C-1");
        assertThat(codes(second.findings())).containsExactly(FindingCode.DUPLICATE_EXACT);
    }

    @Test
    void aHeldDocumentOccupiesItsKeyARejectedOneDoesNot() {
        Draft held = Draft.over("EUR", "99.00").numbered("H");
        held.contract = null;
        assertThat(assess(held).verdict()).isEqualTo(Verdict.HELD);
        assertThat(codes(assess(Draft.over("EUR", "99.00").numbered("H")).findings()))
                .containsExactly(FindingCode.DUPLICATE_EXACT);

        assertThat(assess(Draft.right().numbered("R").totals("1.00", "0.00", "1.00"))
                        .verdict())
                .isEqualTo(Verdict.REJECTED);
        assertThat(assess(Draft.right().numbered("R")).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aCreditNoteMayHaveTheNumberOfAnInvoice() {
        assess(Draft.right());
        assertThat(assess(Draft.creditNote("2026-001", "2026-001")).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(codes(assess(Draft.creditNote("2026-001", "2026-001")).findings()))
                .containsExactly(FindingCode.DUPLICATE_EXACT);
    }

    @ParameterizedTest(name = "first {0}, then {1} with number {2}: {3}")
    @CsvSource(textBlock = """
            # as first,       as second,        number,   what it is
            UBL-Invoice,      CII,              2026-001, Q403
            UBL-Invoice,      CII,              2026/1,   Q403
            CII,              Factur-X PDF/CII, 2026-001, Q403
            Factur-X PDF/CII, CSV,              2026-001, Q403
            CSV,              JSON,             2026-001, Q403
            CSV,              CSV,              2026-001, Q401
            CSV,              CSV,              2026/1,   Q402
            ,                 CSV,              2026-001, Q401
            CSV,              ,                 2026/1,   Q402
            """)
    void theSameDocumentIsRecognisedAcrossSyntaxes(String first, String second, String number, String code) {
        Draft earlier = Draft.right();
        earlier.syntax = first;
        earlier.file = "earlier.file";
        assess(earlier);
        Draft later = Draft.right().numbered(number);
        later.syntax = second;
        Findings found = assess(later).findings();
        assertThat(found.stream().map(finding -> finding.code().id())).containsExactly(code);
        assertThat(found.all().getFirst().message())
                .contains("taken in before from earlier.file" + (first == null ? "" : " (" + first + ")"));
    }

    @Test
    void anotherAmountUnderTheNumberGoesToAPersonAndTakesNothingAway() {
        assess(Draft.over("EUR", "150.00"));
        Draft other = Draft.over("EUR", "175.00");
        other.file = "other.csv";
        assertThat(assess(other).verdict()).isEqualTo(Verdict.HELD);
        assertThat(history.occupant(other.invoice().key()))
                .get()
                .extracting(History.Occupant::gross)
                .hasToString("EUR 150.00");
        Draft again = Draft.over("EUR", "175.00");
        again.file = "again.csv";
        assertThat(codes(assess(again).findings()))
                .as("the held one, once more")
                .containsExactly(FindingCode.DUPLICATE_EXACT);
    }

    /** The second one was let through in spite of the conflict, and holds no key. */
    @Test
    void aDocumentIsComparedWithWhoeverHasItsNumberNotOnlyWithWhoHoldsTheKey() {
        assess(Draft.over("EUR", "150.00"));
        Draft second = Draft.over("EUR", "175.00");
        second.file = "let-through.csv";
        Findings conflict = assess(second).findings();
        var lift = new Lifts.Lift("anna", second.issued, "the first one was wrong");
        Lifts lifts = new Lifts(conflict.stream().collect(Collectors.toMap(Finding::fingerprint, unused -> lift)));
        assertThat(assessor.assess(second.invoice(), Findings.NONE, lifts, history)
                        .verdict())
                .isEqualTo(Verdict.ACCEPTED);

        Draft third = Draft.over("EUR", "175.00");
        third.issued = second.issued.plusDays(1);
        Findings found = assess(third).findings();
        assertThat(codes(found)).containsExactly(FindingCode.DUPLICATE_NORMALISED);
        assertThat(found.all().getFirst().message()).contains("taken in before from let-through.csv");
    }

    @Test
    void anotherCurrencyUnderTheNumberIsAConflict() {
        assess(Draft.over("EUR", "150.00"));
        Draft dollars = Draft.over("USD", "150.00");
        dollars.contract = "K-USD";
        assertThat(codes(assess(dollars).findings())).containsExactly(FindingCode.NUMBER_CONFLICT);
    }

    @Test
    void contractorsThatTurnOutToBeOneHaveOneRowOfNumbers() {
        assess(Draft.right().from("C-PLAIN"));
        Draft second = Draft.right();
        second.file = "new-id.csv";
        assertThat(codes(assess(second).findings()))
                .as("as long as nobody knows, a person is asked: they share an account")
                .containsExactly(FindingCode.DUPLICATE_SUSPECTED);

        History known = World.nothingBefore();
        assessor.assess(Draft.right().from("C-PLAIN").invoice(), known);
        Assessor merged = World.assessor(World.register(Map.of("C-PLAIN", "C-1")), Suspicion.DEFAULT);
        assertThat(codes(merged.assess(second.invoice(), known).findings()))
                .containsExactly(FindingCode.DUPLICATE_DOCUMENT);
        Assessment underTheOldId =
                merged.assess(Draft.right().from("C-PLAIN").numbered("7").invoice(), known);
        assertThat(underTheOldId.invoice().contractor()).isEqualTo("C-1");
    }

    /** Another amount, and both accepted in the belief that they are two contractors'. */
    @Test
    void whatBothIdsHadBeforeIsComparedAllTheSame() {
        assess(Draft.over("EUR", "150.00").from("C-PLAIN"));
        Assessor merged = World.assessor(World.register(Map.of("C-PLAIN", "C-1")), Suspicion.DEFAULT);
        assertThat(codes(merged.assess(Draft.over("EUR", "151.00").invoice(), history)
                        .findings()))
                .containsExactly(FindingCode.NUMBER_CONFLICT);
        Draft nextYear = Draft.over("EUR", "152.00");
        nextYear.issued = LocalDate.parse("2025-11-02");
        nextYear.supply = null;
        assertThat(merged.assess(nextYear.invoice(), history).findings()).isEmpty();
    }

    @Test
    void aContractOfTheOldIdIsOneOfTheNewId() {
        Assessor merged = World.assessor(World.register(Map.of("C-PLAIN", "C-1")), Suspicion.DEFAULT);
        Draft draft = Draft.right();
        draft.contract = "K-C-PLAIN";
        assertThat(merged.assess(draft.invoice(), history).findings()).isEmpty();
    }

    @Test
    void twoIdsWithOneVatIdSendOneDocumentOnce() {
        assertThat(assess(Draft.right().from("C-TWIN-A")).verdict()).isEqualTo(Verdict.ACCEPTED);
        Findings found = assess(Draft.right().from("C-TWIN-B")).findings();
        assertThat(codes(found)).containsExactly(FindingCode.DUPLICATE_DOCUMENT);
        assertThat(found.all().getFirst().message()).endsWith(" from C-TWIN-A");
    }

    private Assessment assess(Draft draft) {
        return assessor.assess(draft.invoice(), history);
    }

    private static List<FindingCode> codes(Findings findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
