package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import java.time.LocalDate;
import java.util.List;
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
            2026-001,   2026-11-02, 151.00, Q402
            2026-001,   2026-11-03, 150.00, Q402
            2026/1,     2026-11-02, 150.00, Q402
            '2026 001', 2026-11-02, 150.00, Q402
            2026-001a,  2026-11-02, 150.00,
            2026-0011,  2026-11-02, 150.00,
            2026001,    2026-11-02, 150.00,
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
        Draft held = Draft.right().numbered("H");
        held.contract = null;
        assertThat(assess(held).verdict()).isEqualTo(Verdict.HELD);
        assertThat(codes(assess(Draft.right().numbered("H")).findings())).containsExactly(FindingCode.DUPLICATE_EXACT);

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

    private Assessment assess(Draft draft) {
        return assessor.assess(draft.invoice(), history);
    }

    private static List<FindingCode> codes(Findings findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
