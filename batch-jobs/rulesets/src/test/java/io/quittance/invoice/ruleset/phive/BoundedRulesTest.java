package io.quittance.invoice.ruleset.phive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quittance.invoice.ruleset.Judgement;
import io.quittance.invoice.ruleset.Judgement.Judged;
import io.quittance.invoice.ruleset.Judgement.NotApplicable;
import io.quittance.invoice.ruleset.Judgement.NotRun;
import io.quittance.invoice.ruleset.RuleLimits;
import io.quittance.invoice.ruleset.RuleVerdict;
import io.quittance.invoice.ruleset.RuledDocument;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds around the rule sets, with rule sets made for the purpose. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BoundedRulesTest {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    private static final String INVOICE = "<Invoice xmlns='" + UBL + "'/>";

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aStuckRuleSetIsLeftBehindAndItsPlaceGivenAway() throws InterruptedException {
        var end = new CountDownLatch(1);
        RuleEngine stuckOnFirst = (set, document) -> {
            if (asked.incrementAndGet() == 1) {
                awaitUninterruptibly(end);
            }
            return pass(set);
        };
        BoundedRules rules = rules(1, Duration.ofMillis(300), stuckOnFirst);
        assertThat(rules.judge(document(INVOICE))).isEqualTo(new NotRun("the limit of 300 ms passed"));
        assertThat(rules.judge(document(INVOICE)))
                .as("as many are stuck as may run: memory is bounded")
                .isEqualTo(new NotRun("1 earlier documents still occupy the validator"));
        end.countDown();
        for (int tries = 0; rules.judge(document(INVOICE)) instanceof NotRun && tries < 100; tries++) {
            Thread.sleep(20);
        }
        assertThat(rules.judge(document(INVOICE))).isInstanceOf(Judged.class);
    }

    @Test
    void oneStuckDocumentDoesNotKeepTheOthers() {
        var end = new CountDownLatch(1);
        RuleEngine stuckOnFirst = (set, document) -> {
            if (asked.incrementAndGet() == 1) {
                awaitUninterruptibly(end);
            }
            return pass(set);
        };
        BoundedRules rules = rules(2, Duration.ofMillis(300), stuckOnFirst);
        assertThat(rules.judge(document(INVOICE))).isInstanceOf(NotRun.class);
        for (int i = 0; i < 20; i++) {
            assertThat(rules.judge(document(INVOICE))).isInstanceOf(Judged.class);
        }
        end.countDown();
    }

    @Test
    void loadingARuleSetDoesNotCount() {
        RuleEngine slowAtFirst = (set, document) -> {
            if (asked.incrementAndGet() == 1) {
                sleep(600);
            }
            return pass(set);
        };
        var rules =
                new BoundedRules(new RuleLimits(1, Duration.ofMillis(200), 10), slowAtFirst, Duration.ofSeconds(20));
        assertThat(rules.judge(document(INVOICE))).isInstanceOf(Judged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Invoice xmlns='" + UBL + "'>&x;</Invoice>",
                "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><Invoice xmlns='"
                        + UBL + "'>&c;</Invoice>",
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><Invoice xmlns='" + UBL + "'/>",
                "<Invoice xmlns='" + UBL + "'>",
                "no xml",
                ""
            })
    void whatOurParserRefusesNeverReachesTheRules(String xml) {
        assertThat(rules(1, Duration.ofSeconds(5), this::count).judge(document(xml)))
                .isInstanceOf(NotRun.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void depthAndSizeAreBoundedBeforeTheRules() {
        BoundedRules rules = rules(1, Duration.ofSeconds(5), this::count);
        String deep = "<Invoice xmlns='" + UBL + "'>" + "<a>".repeat(100_000);
        String many = "<Invoice xmlns='" + UBL + "'>" + "<a/>".repeat(200_000) + "</Invoice>";
        String lines = "<Invoice xmlns='" + UBL + "'>" + "<InvoiceLine/>".repeat(11) + "</Invoice>";
        assertThat(List.of(rules.judge(document(deep)), rules.judge(document(many)), rules.judge(document(lines))))
                .allSatisfy(judgement -> assertThat(judgement).isInstanceOf(NotRun.class));
        assertThat(rules.judge(document(lines))).isEqualTo(new NotRun("11 lines are more than the limit of 10"));
        assertThat(asked).hasValue(0);
    }

    /** Schematron passes these: none of its rules finds anything to speak about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Invoice/>",
                "<Invoice xmlns='urn:other'/>",
                "<CreditNote xmlns='" + UBL + "'/>",
                "<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2'/>"
            })
    void anotherRootIsJudgedByNobody(String xml) {
        assertThat(rules(1, Duration.ofSeconds(5), this::count).judge(document(xml)))
                .isInstanceOf(NotApplicable.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aFailureOfTheRulesIsABugAndNoVerdict() {
        RuleEngine broken = (set, document) -> {
            throw new IllegalArgumentException("broken");
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> rules(1, Duration.ofSeconds(5), broken).judge(document(INVOICE)))
                .withMessage("The official rules failed");
    }

    @Test
    void aStackThatOverflowsIsToldAndFreesItsPlace() {
        RuleEngine deep = (set, document) -> {
            throw new StackOverflowError();
        };
        BoundedRules rules = rules(1, Duration.ofSeconds(5), deep);
        Judgement tooDeep = new NotRun("the document is nested too deeply");
        assertThat(rules.judge(document(INVOICE))).isEqualTo(tooDeep);
        assertThat(rules.judge(document(INVOICE))).isEqualTo(tooDeep);
    }

    private RuleVerdict count(RuleSet set, org.w3c.dom.Document document) {
        asked.incrementAndGet();
        return pass(set);
    }

    private static RuleVerdict pass(RuleSet set) {
        return new RuleVerdict(set.name(), set.version(), set.binding(), true, List.of(), 0);
    }

    private static BoundedRules rules(int threads, Duration time, RuleEngine engine) {
        return new BoundedRules(new RuleLimits(threads, time, 10), engine, Duration.ZERO);
    }

    private static RuledDocument document(String xml) {
        return new RuledDocument("x.xml", () -> new ByteArrayInputStream(xml.getBytes(UTF_8)), null);
    }

    private static void awaitUninterruptibly(CountDownLatch end) {
        for (boolean ended = false; !ended; ) {
            try {
                end.await();
                ended = true;
            } catch (InterruptedException e) {
                // Saxon does not listen either.
            }
        }
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
