package io.quittance.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/reference/finding-codes.md} what the program does: run with -Dgolden.update=true after a change. */
class FindingCodeCatalogueTest {

    @Test
    void theCatalogueIsWhatTheProgramKnows() {
        Golden.assertEquals("docs/reference/finding-codes.md", catalogue());
    }

    @Test
    void idsAreUniqueAndInTheDocumentedOrder() {
        assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::id))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(id -> id.matches("Q[1-9][0-9]{2}"));
    }

    /**
     * In the example world, where PipelineIT sees it raised, or in a case of its own, where ErrorFixturesIT does. Q811 is a
     * person's act over a program that fails, Q709 a person's hold, Q826 one's withdrawal: no file raises them, BankSideIT, HoldLiftIT and WithdrawIT do.
     * Q730 to Q733 are said by a run of a document that was accepted: WithholdingIT.
     */
    @Test
    void everyCodeHasAFixtureThatRaisesIt() throws IOException {
        Path fixtures = Golden.root().resolve("fixtures");
        Set<String> raised = new TreeSet<>();
        Pattern code = Pattern.compile("\\bQ[0-9]{3}\\b");
        code.matcher(Files.readString(fixtures.resolve("demo/expected/verdicts.csv")))
                .results()
                .forEach(found -> raised.add(found.group()));
        try (Stream<Path> cases = Files.list(fixtures.resolve("errors"))) {
            cases.forEach(folder -> raised.add(folder.getFileName().toString()));
        }
        raised.add(FindingCode.GIVEN_UP.id());
        raised.add(FindingCode.HELD_BY_PERSON.id());
        raised.add(FindingCode.WITHDRAWN_BY_PERSON.id());
        raised.addAll(Set.of("Q730", "Q731", "Q732", "Q733"));
        assertThat(raised)
                .containsExactlyElementsOf(
                        Arrays.stream(FindingCode.values()).map(FindingCode::id).toList());
    }

    @Test
    void aCodeIsFoundByItsId() {
        for (FindingCode code : FindingCode.values()) {
            assertThat(FindingCode.ofId(code.id())).isSameAs(code);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FindingCode.ofId("Q999"))
                .withMessageContaining("Q999");
    }

    private static String catalogue() {
        var text = new StringBuilder("""
                # Finding codes
                Written by `FindingCodeCatalogueTest`; do not edit by hand. When several rules speak about one document, findings
                are listed in this order. *Reject*: correct the document and drop it again. *Hold*: kept, not paid until the reason
                is gone; looked at again when configuration, rates or the day have changed. *Warn*: goes on. Which file of the
                example world raises a code is told in [fixtures/README.md](../../fixtures/README.md). Some holds a person may lift
                (`quittance invoice lift`, see [holds.md](../operating/holds.md)); why nobody lifts the others, says the last column.

                | code | effect | what is wrong | what to do | may a person lift it? |
                |---|---|---|---|---|
                """);
        for (FindingCode code : FindingCode.values()) {
            text.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            code.id(),
                            code.severity().name().toLowerCase(Locale.ROOT),
                            code.title(),
                            code.hint(),
                            code.severity() == Severity.HOLD ? lifting(code) : ""));
        }
        return text.toString();
    }

    private static String lifting(FindingCode code) {
        return code.notLiftedBecause().map(why -> "no: " + why).orElse("yes");
    }
}
