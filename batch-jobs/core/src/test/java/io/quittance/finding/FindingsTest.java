package io.quittance.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    private static final Finding NAME = Finding.of(FindingCode.CONTRACTOR_NAME_DIFFERS, "other name");
    private static final Finding SUM = Finding.of(
            FindingCode.GROSS_MISMATCH, Place.of("a.csv", 12).at("invoice_gross"), "9", "10", "5 + 5 = 10, stated 9");

    @Test
    void theyComeInTheDocumentedOrderAndNoneIsLost() {
        Gen<Finding> some = Gen.oneOf(FindingCode.values()).with(Gen.oneOf("a", "b"), Finding::of);
        Property.forAll(Gen.lists(some, 0, 10)).holds(list -> {
            Findings gathered = list.stream().collect(Findings.gathered());
            assertThat(gathered.all()).containsExactlyInAnyOrderElementsOf(list);
            assertThat(gathered.stream().map(Finding::code)).isSorted();
            assertThat(list.stream().reduce(Findings.NONE, Findings::and, Findings::and))
                    .isEqualTo(gathered);
        });
    }

    @Test
    void theWorstIsARejection() {
        assertThat(Findings.of(NAME, SUM).worst()).contains(Severity.REJECT);
        assertThat(Findings.of(NAME).worst()).contains(Severity.WARN);
        assertThat(Findings.NONE.worst()).isEmpty();
        assertThat(Findings.of(NAME).has(Severity.HOLD)).isFalse();
        assertThat(Findings.of(NAME, SUM).has(FindingCode.GROSS_MISMATCH)).isTrue();
    }

    @Test
    void aFindingSaysWhereAndWhat() {
        assertThat(SUM).hasToString("Q205 REJECT a.csv:12 invoice_gross: 5 + 5 = 10, stated 9");
        assertThat(NAME).hasToString("Q305 WARN: other name");
        assertThat(Place.of("a.csv")).hasToString("a.csv");
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsFoundByItsIdAndHasTitleAndHint(FindingCode code) {
        assertThat(FindingCode.ofId(code.id())).isEqualTo(code);
        assertThat(code.title()).isNotBlank();
        assertThat(code.hint()).isNotBlank();
    }

    @Test
    void idsAreUniqueAndInOrder() {
        List<String> ids =
                Arrays.stream(FindingCode.values()).map(FindingCode::id).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThatThrownBy(() -> FindingCode.ofId("Q000")).hasMessage("No finding code Q000");
    }
}
