package io.quittance.invoice.ruleset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.pdf.PdfPage;
import io.quittance.invoice.ruleset.Judgement.Judged;
import io.quittance.invoice.ruleset.Judgement.NotApplicable;
import io.quittance.invoice.ruleset.Judgement.NotRun;
import io.quittance.invoice.ruleset.RuleVerdict.Breach;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what the official rules say to what it does. */
class OfficialFindingsTest {

    private static final Breach SUM = new Breach("BR-CO-15", true, 3, "/Invoice", "gross = net + VAT");
    private static final Breach NOTE = new Breach("BR-DE-21", false, 4, "/Invoice/ID", "should be another");

    @Test
    void aBreachKeepsRulePlaceAndText() {
        Findings findings = OfficialFindings.of(judged(verdict("en16931", true, SUM)), "a.xml");
        Finding finding = findings.all().getFirst();
        assertThat(finding)
                .hasToString("Q150 BR-CO-15 HOLD a.xml:3 /Invoice: BR-CO-15 (en16931 1.0): gross = net + VAT");
        assertThat(finding.printedId()).isEqualTo("BR-CO-15");
    }

    @Test
    void aRuleThatTwoRuleSetsShareSpeaksOnceForEachPlace() {
        var elsewhere = new Breach("BR-CO-15", true, 9, "/Invoice[2]", "gross = net + VAT");
        assertThat(said(judged(verdict("xrechnung", true, SUM, NOTE), verdict("en16931", true, SUM, elsewhere))))
                .isEqualTo("Q150 BR-CO-15 HOLD 3, Q150 BR-CO-15 HOLD 9, Q151 BR-DE-21 WARN 4");
    }

    @Test
    void aRuleSetThatOnlyInformsWarns() {
        Judged judged = judged(verdict("zugferd-extended", true), verdict("en16931", false, SUM));
        assertThat(said(judged)).isEqualTo("Q151 BR-CO-15 WARN 3");
        assertThat(judged.valid()).isTrue();
        assertThat(judged(verdict("en16931", true, SUM)).valid()).isFalse();
    }

    @Test
    void rulesThatCouldNotBeAppliedHoldAndThoseThatDoNotApplySayNothing() {
        assertThat(OfficialFindings.of(new NotRun("the limit of 30 s passed"), "a.xml"))
                .singleElement()
                .hasToString("Q152 HOLD a.xml: the official rules were not applied: the limit of 30 s passed");
        assertThat(OfficialFindings.of(new NotApplicable("none"), "a.xml")).isEmpty();
    }

    @Test
    void ofThousandsOfBreachesTheFirstHundredAreTold() {
        List<Breach> thousand = Collections.nCopies(1_000, SUM);
        var verdict = new RuleVerdict("en16931", "1.0", true, false, thousand, thousand.size());
        assertThat(verdict.breaches()).hasSize(RuleVerdict.MOST_BREACHES);
        assertThat(OfficialFindings.of(judged(verdict), "a.xml"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).endsWith("(and 900 more by this rule set, not listed)"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # error,  warning, not run, BR-CO-15 set to, findings
            HOLD,     WARN,    HOLD,    ,                Q150 HOLD | Q151 WARN | Q152 HOLD | Q205 REJECT
            REJECT,   HOLD,    WARN,    ,                Q150 REJECT | Q151 HOLD | Q152 WARN | Q205 REJECT
            HOLD,     WARN,    HOLD,    WARN,            Q150 WARN | Q151 WARN | Q152 HOLD | Q205 REJECT
            HOLD,     WARN,    HOLD,    OFF,             Q151 WARN | Q152 HOLD | Q205 REJECT
            """)
    void configurationGivesEachItsEffectAndLeavesOursAlone(
            Severity error, Severity warning, Severity notRun, String override, String expected) {
        Findings all = OfficialFindings.of(judged(verdict("en16931", true, SUM, NOTE)), "a.xml")
                .and(OfficialFindings.of(new NotRun("too long"), "a.xml"))
                .and(Finding.of(FindingCode.GROSS_MISMATCH, "ours"));
        Map<String, Optional<Severity>> overrides = override == null
                ? Map.of()
                : Map.of(
                        "BR-CO-15",
                        override.equals("OFF") ? Optional.empty() : Optional.of(Severity.valueOf(override)));
        assertThat(new RuleSeverities(error, warning, notRun, overrides)
                        .applied(all).stream()
                                .map(finding -> finding.code().id() + " " + finding.severity())
                                .collect(Collectors.joining(" | ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # syntax,       content,       asked about
            UBL-Invoice,    <Invoice/>,    true
            UBL-CreditNote, ' <x/>',       true
            CII,            \uFEFF<x/>,    true
            CII,            %PDF-1.7,      false
            FatturaPA,      <x/>,          false
            CSV,            'a,b',         false
            '',             <x/>,          false
            """)
    void onlyXmlInASyntaxWithOfficialRulesIsAskedAbout(String syntax, String content, boolean asked) {
        var stated = new Stated(syntax, Map.of(Term.PROFILE, List.of("urn:p")), List.of(), 0, List.of());
        Optional<RuledDocument> ruled = RuledDocument.of(DeliveredFile.of("a", content.getBytes(UTF_8)), stated);
        assertThat(ruled.isPresent()).isEqualTo(asked);
        assertThat(ruled.map(RuledDocument::profile)).isEqualTo(asked ? Optional.of("urn:p") : Optional.empty());
    }

    @Test
    void ofAPdfTheXmlInsideIsAskedAbout() throws IOException {
        byte[] xml = "<x/>".getBytes(UTF_8);
        var stated = new Stated("Factur-X PDF/CII", Map.of(Term.PROFILE, List.of("urn:p")), List.of(), 0, List.of());
        var pdf = DeliveredFile.of("a.pdf", PdfPage.with("factur-x.xml", xml));
        RuledDocument ruled = RuledDocument.of(pdf, stated).orElseThrow();
        assertThat(ruled.name()).isEqualTo("a.pdf (factur-x.xml)");
        assertThat(ruled.profile()).isEqualTo("urn:p");
        assertThat(ruled.xml().open().readAllBytes()).isEqualTo(xml);
        assertThat(RuledDocument.of(DeliveredFile.of("b.pdf", PdfPage.with("terms.txt", xml)), stated))
                .isEmpty();
    }

    @Test
    void withoutRuleSetsOnTheClassPathNothingApplies() {
        OfficialRules none = OfficialRulesProvider.installed(RuleLimits.DEFAULT);
        var document = new RuledDocument(
                "a.xml",
                () -> {
                    throw new AssertionError("nobody reads it");
                },
                null);
        assertThat(none.judge(document)).isEqualTo(new NotApplicable("no official rule sets are installed"));
    }

    private static Judged judged(RuleVerdict... verdicts) {
        return new Judged(List.of(verdicts));
    }

    private static RuleVerdict verdict(String ruleSet, boolean binding, Breach... breaches) {
        boolean valid = List.of(breaches).stream().noneMatch(Breach::fatal);
        return new RuleVerdict(ruleSet, "1.0", binding, valid, List.of(breaches), breaches.length);
    }

    private static String said(Judgement judgement) {
        return OfficialFindings.of(judgement, "a.xml").stream()
                .map(finding -> finding.code().id() + " " + finding.rule() + " " + finding.severity() + " "
                        + finding.place().line())
                .collect(Collectors.joining(", "));
    }
}
