package io.quittance.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.golden.Golden;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/reference/vat-ids.md} what the program does: run with -Dgolden.update=true after a change. */
class VatIdCatalogueTest {

    @Test
    void theCatalogueIsWhatTheProgramKnows() {
        Golden.assertEquals("docs/reference/vat-ids.md", catalogue());
    }

    @Test
    void everySchemeHasItsFactsAndNoOtherTerritoryHasAny() {
        assertThat(VatIdFacts.all().keySet()).isEqualTo(VatIdSchemes.BY_TERRITORY.keySet());
        assertThat(VatIdFacts.all().values()).allSatisfy(facts -> {
            assertThat(facts.name()).isNotBlank();
            assertThat(facts.source()).isNotBlank();
            assertThat(facts.confidence()).isIn("high", "medium", "low");
        });
    }

    /** A scheme that checks nothing but the form must not claim a rule, nor the other way round. */
    @Test
    void aRuleIsNamedWhereCheckDigitsAreLookedAt() {
        assertThat(VatIdSchemes.BY_TERRITORY)
                .allSatisfy((territory, scheme) -> assertThat(
                                VatIdFacts.of(territory).checkDigits().rule().isEmpty())
                        .as(territory)
                        .isEqualTo(scheme.checkDigits() == VatIdScheme.NO_CHECK_DIGITS));
    }

    private static String catalogue() {
        var text = new StringBuilder("""
                # VAT and GST numbers
                Written by `VatIdCatalogueTest`; do not edit by hand. What `quittance validate vat-id` looks at, territory by
                territory: the form, parts that mean something, check digits. A valid number is well formed; only a register says
                that it was given to somebody and is in force. Where no rule is named, the form alone decides. Sources read until
                %s: "stdnum" is python-stdnum 2.2, "vatnode" eu-vat-rates-data of 2026-08-22; the numbers of the Union are also
                compared with ph-masterdata 8.1.1 (`VatIdSecondOpinionTest` lists where both differ, and why). A number of a member
                state that ends with EX belongs to the scheme for small enterprises: it is no VAT number, and not one without EX.

                | territory | number | form | check digits | source | confidence |
                |---|---|---|---|---|---|
                """.formatted(VatIdFacts.KNOWN_AS_OF));
        new TreeMap<>(VatIdSchemes.BY_TERRITORY).forEach((territory, scheme) -> text.append(row(territory, scheme)));
        text.append("""

                ## Notes
                | territory | note |
                |---|---|
                """);
        VatIdFacts.all().forEach((territory, facts) -> {
            if (!facts.note().isEmpty()) {
                text.append("| %s | %s |\n".formatted(territory, facts.note()));
            }
        });
        return text.toString();
    }

    private static String row(String territory, VatIdScheme scheme) {
        VatIdFacts facts = VatIdFacts.of(territory);
        String parts =
                scheme.parts().stream().map(part -> "; " + part.requirement()).collect(Collectors.joining());
        return List.of(
                        territory,
                        facts.name(),
                        scheme.form() + parts,
                        facts.checkDigits().rule(),
                        facts.source(),
                        facts.confidence())
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
