package io.quittance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.fx.Conversion;
import io.quittance.money.Rounding;
import io.quittance.party.Contractor;
import io.quittance.party.Register;
import io.quittance.party.Validity;
import io.quittance.payment.Candidate.Makeup;
import io.quittance.payment.TaxesAgain.Change;
import io.quittance.tax.Confidence;
import io.quittance.withholding.Certificate;
import io.quittance.withholding.CertificateKind;
import io.quittance.withholding.ContractTerms;
import io.quittance.withholding.EarlierPayments;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.Levy;
import io.quittance.withholding.PartyTerms;
import io.quittance.withholding.TaxFamily;
import io.quittance.withholding.WithholdingRule;
import io.quittance.withholding.WithholdingRule.Match;
import io.quittance.withholding.WithholdingRule.Place;
import io.quittance.withholding.WithholdingRule.Trigger;
import io.quittance.withholding.WithholdingRule.UnknownPlace;
import io.quittance.withholding.WithholdingTables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payee of 20 %, 30 % without a tax number, and what its certificates were at the proposal and are at the release. */
class TaxesAgainTest {

    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

    /** Certificates are {@code id rate last-day}; {@code no-tin} takes the number, {@code bears} makes the fee net. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                          | then               | now                                    | what is said
            nothing has changed             | W1 5 2026-12-31    | W1 5 2026-12-31                        |
            withdrawn                       | W1 5 2026-12-31    |                                        | stops: tax 5 % by WH-2 and certificate W1 then, tax 20 % by WH-2 now: certificate W1 is no longer one of C1001 in register/withholding-certificates.csv
            ends before the day of payment  | W1 5 2026-12-31    | W1 5 2026-11-24                        | stops: tax 5 % by WH-2 and certificate W1 then, tax 20 % by WH-2 now: certificate W1 is valid 2020-01-01 to 2026-11-24, not on the day of payment 2026-11-25
            ends on it                      | W1 5 2026-12-31    | W1 5 2026-11-25                        |
            replaced by one for the same    | W1 5 2026-12-31    | W2 5 2026-12-31                        | stops: tax 5 % by WH-2 and certificate W1 then, tax 5 % by WH-2 and certificate W2 now: certificate W1 is no longer one of C1001 in register/withholding-certificates.csv
            a second one for the same       | W1 5 2026-12-31    | W1 5 2026-12-31; W2 5 2026-12-31       |
            its rate is raised              | W1 5 2026-12-31    | W1 7 2026-12-31                        | stops: tax 5 % by WH-2 and certificate W1 then, tax 7 % by WH-2 and certificate W1 now
            its rate is lowered             | W1 5 2026-12-31    | W1 3 2026-12-31                        | note: tax 5 % by WH-2 and certificate W1 then, tax 3 % by WH-2 and certificate W1 now
            one came in                     |                    | W1 5 2026-12-31                        | note: tax 20 % by WH-2 then, tax 5 % by WH-2 and certificate W1 now
            one came in that is over        |                    | W1 5 2026-11-24                        |
            the tax number was given up     |                    | no-tin                                 | stops: tax 20 % by WH-2 then, tax 30 % by WH-1 now: the tax number of C1001 is no longer given
            the tax number came in          | no-tin             |                                        | note: tax 30 % by WH-1 then, tax 20 % by WH-2 now: the tax number of C1001 is given
            the fee became a net one        |                    | bears                                  | stops: tax 20 % by WH-2 then, tax 20 % by WH-2, borne by the payer now
            """)
    void whatTheRegisterSaysNow(String what, String then, String now, String said) {
        assertThat(again(then, now, Due.register()).of(document()).map(TaxesAgainTest::told))
                .isEqualTo(Optional.ofNullable(said));
    }

    /** Somebody whom the register does not have any more is another's objection; a held document is nobody's. */
    @Test
    void whoIsGoneAndWhatIsHeldIsNotAsked() {
        Register empty = Register.of(List.of(), List.of(), List.of(), List.of());
        assertThat(again("W1 5 2026-12-31", "", empty).of(document())).isEmpty();
        Candidate held = Due.documents("I1 EUR 120.00 2026-11-20 held").getFirst();
        assertThat(again("W1 5 2026-12-31", "", Due.register()).of(held)).isEmpty();
    }

    private static String told(Change change) {
        return (change.stops() ? "stops: " : "note: ") + change.says();
    }

    private static TaxesAgain again(String then, String now, Register register) {
        RunTerms terms = Due.terms("EUR");
        return new TaxesAgain(
                taxes(then, Due.register()), taxes(now, register).on(Due.DAY.plusDays(1)), terms.payDate());
    }

    private static PayeeTaxes taxes(String said, Register register) {
        List<String> facts = said == null
                ? List.of()
                : Arrays.stream(said.split(";")).map(String::strip).toList();
        List<Certificate> certificates = facts.stream()
                .filter(fact -> fact.startsWith("W"))
                .map(TaxesAgainTest::certificate)
                .toList();
        var party = new PartyTerms(null, !facts.contains("no-tin"), Set.of());
        var contract = new ContractTerms(null, null, facts.contains("bears"), null);
        WithholdingTables tables = WithholdingTables.of(
                List.of(rule("WH-1", "30", false), rule("WH-2", "20", null)),
                List.of(),
                certificates,
                Map.of("C1001", party),
                Map.of("CT-1", contract));
        return PayeeTaxes.of(
                new PayeeTaxes.Source(
                        register,
                        tables,
                        (entity, purpose, amount, into, on) ->
                                new Conversion.Refused(Finding.of(FindingCode.RATE_MISSING, "no rate"))),
                Due.terms("EUR"),
                EarlierPayments.NONE);
    }

    private static Certificate certificate(String text) {
        String[] word = text.split(" ");
        return new Certificate(
                word[0],
                "C1001",
                CertificateKind.LOWER_RATE,
                "NL",
                null,
                new BigDecimal(word[1]),
                new Validity(LONG_AGO, LocalDate.parse(word[2])),
                "0".repeat(64),
                "anna");
    }

    private static WithholdingRule rule(String id, String rate, Boolean tinGiven) {
        return new WithholdingRule(
                id,
                LONG_AGO,
                new Match(
                        "NL",
                        Set.of("*"),
                        EnumSet.allOf(Contractor.Kind.class),
                        EnumSet.allOf(IncomeKind.class),
                        tinGiven,
                        Place.ANYWHERE,
                        UnknownPlace.HOLD,
                        null,
                        null),
                TaxFamily.INCOME_TAX,
                "H",
                "tax",
                new Levy(Levy.Base.NET, new BigDecimal(rate), BigDecimal.ZERO, Rounding.HALF_UP),
                null,
                Trigger.PAYMENT,
                false,
                null,
                new Validity(LONG_AGO, null),
                "test",
                Confidence.HIGH);
    }

    private static Candidate document() {
        Candidate one = Due.documents("I1 EUR 120.00 2026-11-20 A").getFirst();
        return new Candidate(
                one.invoice(),
                one.entity(),
                one.contractor(),
                one.payeeName(),
                one.payeeAddress(),
                one.kind(),
                one.number(),
                one.issueDate(),
                one.dueDate(),
                one.payable(),
                one.functional(),
                one.account(),
                one.stated(),
                null,
                null,
                new Makeup(
                        Money.parse("EUR 100.00"),
                        Money.parse("EUR 20.00"),
                        Money.parse("EUR 0.00"),
                        Money.parse("EUR 0.00"),
                        "CT-1",
                        Due.DAY,
                        null));
    }
}
