package io.quittance.invoice.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.Place;
import io.quittance.invoice.en16931.CoreVatRules.Scope;
import io.quittance.invoice.en16931.VatTerms.Dates;
import io.quittance.invoice.en16931.VatTerms.Group;
import io.quittance.invoice.en16931.VatTerms.Kind;
import io.quittance.invoice.en16931.VatTerms.Parties;
import io.quittance.invoice.en16931.VatTerms.Totals;
import io.quittance.invoice.en16931.VatTerms.Use;
import io.quittance.invoice.en16931.VatTerms.VatTotal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule by rule against the official artefacts: CoreVatVerdictsTest of {@code rulesets}. Here: what is said, and to whom. */
class CoreVatRulesTest {

    private static final Parties NAMED = new Parties(List.of("DE123456789"), false, List.of(), List.of("NL1"), false);
    private static final Dates STATED = new Dates(false, false, true, true);

    /** The official tolerance is less than one unit of the currency; it differs between the artefacts. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # syntax, category, rate, base,   tax,   broken
            UBL,      S,        21,   100.00, 21.00, ''
            UBL,      S,        21,   100.99, 21.00, ''
            UBL,      S,        21,   101.00, 21.00, BR-S-08
            CII,      S,        21,   100.01, 21.00, BR-S-08
            NONE,     S,        21,   100.99, 21.00, ''
            UBL,      S,        21,   100.00, 21.99, ''
            UBL,      S,        21,   100.00, 22.00, BR-CO-17 BR-S-09
            CII,      S,        21,   100.00, 22.00, BR-S-09
            NONE,     S,        21,   100.00, 20.00, BR-CO-17 BR-S-09
            UBL,      AE,       0,    100.01, 0.00,  BR-AE-08
            CII,      AE,       0,    100.01, 0.00,  ''
            NONE,     AE,       0,    100.99, 0.00,  ''
            NONE,     AE,       0,    100.00, 0.01,  BR-AE-09
            UBL,      L,        7,    100.99, 7.00,  ''
            """)
    void tolerances(Artefact syntax, String category, String rate, String base, String tax, String broken) {
        VatTerms terms = terms(
                syntax,
                List.of(use(Kind.LINE, category, rate, "100.00")),
                List.of(group(category, rate, base, tax)),
                base,
                tax);
        assertThat(rules(terms, Scope.ALL)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # scope,    what a list says that mixes O with S, and S at 0 %
            ALL,        BR-O-02 BR-O-11 BR-O-12 BR-S-05
            CATEGORIES, BR-O-11 BR-O-12 BR-S-05
            FIGURES,    ''
            """)
    void whatIsAskedOfWhom(Scope scope, String broken) {
        VatTerms terms = terms(
                Artefact.NONE,
                List.of(use(Kind.LINE, "O", null, "50.00"), use(Kind.LINE, "S", "0", "50.00")),
                List.of(group("O", null, "50.00", "0.00"), group("S", "0", "50.00", "0.00")),
                "100.00",
                "0.00");
        assertThat(rules(terms, scope)).isEqualTo(broken);
    }

    @Test
    void aFindingBeginsWithTheRuleAndShowsTheArithmetic() {
        VatTerms terms = terms(
                Artefact.UBL,
                List.of(use(Kind.LINE, "S", "21", "100.00"), use(Kind.ALLOWANCE, "S", "21", "10.00")),
                List.of(group("S", "21", "100.00", "21.00")),
                "100.00",
                "21.00");
        var findings = CoreVatRules.findings(CoreVatRules.judge(terms, Scope.ALL), Place.of("a.xml", 2), true);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.printedId()).isEqualTo("BR-S-08");
            assertThat(finding)
                    .hasToString(
                            "Q760 BR-S-08 HOLD a.xml:7 BT-116: BR-S-08: the taxable amount of category S 21 % is 100.00,"
                                    + " but what is taxed so comes to 90.00");
            assertThat(finding.read()).isEqualTo("100.00");
            assertThat(finding.expected()).isEqualTo("90.00");
        });
    }

    @Test
    void aProfileThatExtendsTheCoreIsToldOnly() {
        VatTerms terms = terms(Artefact.UBL, List.of(use(Kind.LINE, "S", "21", "100.00")), List.of(), "100.00", "0.00");
        var findings = CoreVatRules.findings(CoreVatRules.judge(terms, Scope.ALL), Place.of("a.xml", 2), false);
        assertThat(findings.stream().map(Finding::toString))
                .containsExactly(
                        "Q761 BR-CO-18 WARN a.xml:2 BG-23: BR-CO-18: there is no VAT breakdown",
                        "Q761 BR-S-01 WARN a.xml:2 BT-118: BR-S-01: 0 breakdowns of category S");
    }

    @Test
    void aRuleThatAThousandLinesBreakIsToldOnce() {
        List<Use> lines = Stream.generate(() -> use(Kind.LINE, "S", "0", "1.00"))
                .limit(1_000)
                .toList();
        VatTerms terms = terms(Artefact.UBL, lines, List.of(group("S", "0", "1000.00", "0.00")), "1000.00", "0.00");
        assertThat(CoreVatRules.findings(CoreVatRules.judge(terms, Scope.ALL), Place.of("a.xml", 2), true))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("BR-S-05"));
    }

    /** XPath rounds a half towards the positive. */
    @ParameterizedTest
    @CsvSource({"0.125, 0.13", "-0.125, -0.12", "1.005, 1.01", "2, 2.00"})
    void roundingAsXPath(String amount, String cents) {
        assertThat(Figures.cents(new BigDecimal(amount))).isEqualByComparingTo(cents);
    }

    private static String rules(VatTerms terms, Scope scope) {
        return CoreVatRules.judge(terms, scope).stream()
                .map(Breach::rule)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static VatTerms terms(Artefact syntax, List<Use> uses, List<Group> groups, String net, String tax) {
        BigDecimal gross = new BigDecimal(net).add(new BigDecimal(tax));
        var totals = new Totals(
                "EUR",
                null,
                List.of(new VatTotal("EUR", new BigDecimal(tax))),
                new BigDecimal(net),
                gross,
                null,
                null,
                gross);
        return new VatTerms(syntax, NAMED, STATED, uses, groups, totals);
    }

    private static Use use(Kind kind, String category, String rate, String amount) {
        return new Use(kind, 5, category, rate == null ? null : new BigDecimal(rate), new BigDecimal(amount));
    }

    private static Group group(String category, String rate, String base, String tax) {
        boolean reasoned = !Arrays.asList("S", "Z", "L", "M").contains(category);
        return new Group(
                7,
                category,
                rate == null ? null : new BigDecimal(rate),
                new BigDecimal(base),
                new BigDecimal(tax),
                reasoned);
    }
}
