package io.quittance.invoice.ruleset.phive;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.ruleset.Judgement;
import io.quittance.invoice.ruleset.Judgement.Judged;
import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.OfficialRulesProvider;
import io.quittance.invoice.ruleset.RuleLimits;
import io.quittance.invoice.ruleset.RuleVerdict;
import io.quittance.invoice.ruleset.RuledDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample in XML is judged as an independent run of the official rules judged it ({@code expected.csv}). */
class OfficialSamplesTest {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.root", "../.."))
            .resolve("../shared/reference/einvoice")
            .normalize();

    private static final OfficialRules RULES = OfficialRulesProvider.installed(RuleLimits.DEFAULT);

    /** Syntaxes that have no rule set here: each country's schema is checked by its own reader. */
    private static final Set<String> WITHOUT_RULES = Set.of("FatturaPA", "CFDI", "KSeF-FA2", "KSeF-FA3");

    /** It is in windows-1252, and trees are made of UTF-8 only; no syntax with official rules here uses another encoding. */
    private static final String NOT_UTF_8 = "it-fatturapa-windows1252.xml";

    @TestFactory
    Stream<DynamicTest> everySampleIsJudgedAsExpected() throws IOException {
        if (!Files.isRegularFile(FOLDER.resolve("expected.csv"))) {
            return Stream.of(DynamicTest.dynamicTest(
                    "samples are absent", () -> Assumptions.abort("there are no samples in " + FOLDER)));
        }
        return expected().stream().map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> check(row)));
    }

    private static List<NamedCsvRecord> expected() throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve("expected.csv"))) {
            return rows.stream().toList();
        }
    }

    private static void check(NamedCsvRecord row) throws IOException {
        Judgement judgement = judge(row);
        if (row.getField("valid").equals("unparseable") || row.getField("file").equals(NOT_UTF_8)) {
            assertThat(judgement).isInstanceOf(Judgement.NotRun.class);
        } else if (WITHOUT_RULES.contains(row.getField("syntax"))) {
            assertThat(judgement).isInstanceOf(Judgement.NotApplicable.class);
        } else {
            assertThat(judgement).isInstanceOf(Judged.class);
            compare((Judged) judgement, row);
        }
    }

    private static void compare(Judged judged, NamedCsvRecord row) {
        assertThat(word(judged.valid())).as("valid").isEqualTo(row.getField("valid"));
        assertThat(judged.verdicts().stream()
                        .map(verdict -> verdict.ruleSet() + "-" + verdict.version() + "=" + word(verdict.valid()))
                        .map(OfficialSamplesTest::asExpectedNamesIt))
                .as("verdicts")
                .containsExactlyInAnyOrder(row.getField("rulesets").split(" "));
        Set<String> failed = judged.verdicts().stream()
                .flatMap(verdict -> verdict.breaches().stream())
                .filter(RuleVerdict.Breach::fatal)
                .map(breach -> breach.rule().equals("XSD") ? "XSD:" + breach.text() : breach.rule())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(failed).as("failed rules").isEqualTo(failedOf(row));
    }

    private static Set<String> failedOf(NamedCsvRecord row) {
        return Arrays.stream(row.getField("failed_rules").split("\\|"))
                .filter(rule -> !rule.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(boolean valid) {
        return valid ? "valid" : "invalid";
    }

    /** {@code zugferd-en16931-2.4=valid} is written {@code zugferd-2.4-en16931=valid} there, and invalid in capitals. */
    private static String asExpectedNamesIt(String ours) {
        return ours.replaceFirst("zugferd-([a-z0-9]+)-2\\.4", "zugferd-2.4-$1").replace("=invalid", "=INVALID");
    }

    /** Of a PDF it is the XML inside that is judged. */
    private static Judgement judge(NamedCsvRecord row) throws IOException {
        String file = row.getField("file");
        String profile = row.getField("profile");
        if (!file.endsWith(".pdf")) {
            return judge(file, profile);
        }
        var stated = new Stated("Factur-X PDF/CII", Map.of(Term.PROFILE, List.of(profile)), List.of(), 0, List.of());
        return RuledDocument.of(DeliveredFile.of(FOLDER.resolve(file)), stated)
                .map(RULES::judge)
                .orElseThrow();
    }

    private static Judgement judge(String file, String profile) {
        Path path = FOLDER.resolve(file);
        return RULES.judge(new RuledDocument(file, () -> Files.newInputStream(path), profile));
    }

    /** What a person is told: which rule, and where. */
    @Test
    void aBreachNamesItsPlace() {
        String mutant = "own-mutant-gross-plus-1.ubl.xml";
        Assumptions.assumeTrue(Files.exists(FOLDER.resolve(mutant)));
        Judged judged = (Judged) judge(mutant, "urn:cen.eu:en16931:2017");
        assertThat(judged.verdicts().getFirst().breaches().stream()
                        .map(breach -> breach.rule() + " " + breach.location() + " line " + breach.line()))
                .containsExactly("BR-CO-15 /Invoice line 4", "BR-CO-16 /Invoice/LegalMonetaryTotal line 88");
    }
}
