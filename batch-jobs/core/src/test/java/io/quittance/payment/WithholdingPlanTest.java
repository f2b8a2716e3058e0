package io.quittance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.fx.Conversion;
import io.quittance.fx.RateBook;
import io.quittance.money.Rounding;
import io.quittance.party.Contractor;
import io.quittance.party.Register;
import io.quittance.party.Validity;
import io.quittance.payment.Candidate.Makeup;
import io.quittance.tax.Confidence;
import io.quittance.withholding.Certificate;
import io.quittance.withholding.CertificateKind;
import io.quittance.withholding.ContractTerms;
import io.quittance.withholding.Earlier;
import io.quittance.withholding.EarlierPayments;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.Levy;
import io.quittance.withholding.PartyTerms;
import io.quittance.withholding.TaxFamily;
import io.quittance.withholding.Threshold;
import io.quittance.withholding.TreatyRate;
import io.quittance.withholding.WithholdingRule;
import io.quittance.withholding.WithholdingRule.Match;
import io.quittance.withholding.WithholdingRule.Place;
import io.quittance.withholding.WithholdingRule.Trigger;
import io.quittance.withholding.WithholdingRule.UnknownPlace;
import io.quittance.withholding.WithholdingTables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run makes of documents that tax is withheld from: 10 % of the net, whose VAT is a fifth of the gross. */
class WithholdingPlanTest {

    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                               | limit | documents                                                    | transfer   | remittance             | taxes
            ten per cent of the net              | 0     | I1 EUR 120.00 2026-11-20 A                                   | EUR 110.00 | I1 less tax 10.00      | 10.00
            of two documents                     | 0     | I1 EUR 120.00 2026-11-20 A; I2 EUR 60.00 2026-11-20 A        | EUR 165.00 | I1 I2 less tax 15.00   | 10.00 5.00
            a credit note takes its share back   | 0     | I1 EUR 120.00 2026-11-20 A; C1 EUR 12.00 2026-11-20 A        | EUR 99.00  | C1 I1 less tax 9.00    | -1.00 10.00
            below the limit                      | 100   | I1 EUR 120.00 2026-11-20 A                                   | EUR 120.00 | I1                     | 0.00
            the second one passes it, for both   | 100   | I1 EUR 120.00 2026-11-20 A; I2 EUR 12.00 2026-11-20 A        | EUR 121.00 | I1 I2 less tax 11.00   | 0.00 11.00
            """)
    void theTransferIsWhatIsLeft(
            String what, int limit, String documents, String transfer, String remittance, String taxes) {
        PayeePlan plan = planner(tables(limit, "10")).plan(taxed(documents));
        assertThat(plan.payments()).hasSize(1);
        Payment payment = plan.payments().getFirst();
        assertThat(payment.amount()).isEqualTo(Money.parse(transfer));
        assertThat(payment.remittance()).isEqualTo(remittance);
        assertThat(plan.deductions().stream()
                        .map(one -> one.part().tax().getAmount().toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(taxes);
        assertThat(plan.deductions()).allMatch(one -> one.payment().equals(payment.id()));
    }

    /** What is paid is what invoice and credit note come to, whichever of them was written first: EUR 100 net, a limit of 100. */
    @ParameterizedTest
    @CsvSource({
        "I1 EUR 180.00 2026-11-20 A; C2 EUR 60.00 2026-11-20 A, 0.00",
        "C1 EUR 60.00 2026-11-20 A; I2 EUR 180.00 2026-11-20 A, 0.00",
        "I1 EUR 186.00 2026-11-20 A; C2 EUR 60.00 2026-11-20 A, 10.50",
        "C1 EUR 60.00 2026-11-20 A; I2 EUR 186.00 2026-11-20 A, 10.50"
    })
    void theOrderOfInvoiceAndCreditNotePlaysNoRole(String documents, String tax) {
        PayeePlan plan = planner(tables(100, "10")).plan(taxed(documents));
        assertThat(plan.deductions().stream()
                        .map(one -> one.part().tax())
                        .reduce(Money.zero(CurrencyUnit.EUR), Money::plus))
                .isEqualTo(Money.parse("EUR " + tax));
    }

    /** EUR 50 and USD 60 at 1.0 are two transfers of one payee; the limit is passed by the second, which bears the tax of both. */
    @Test
    void oneLimitForTransfersInTwoCurrencies() {
        RateBook even = (entity, purpose, amount, into, on) -> new Conversion.Converted(
                purpose, amount, Money.of(into, amount.getAmount()), BigDecimal.ONE, on, List.of());
        PayeePlan plan = planner(tables(100, "10"), EarlierPayments.NONE, even)
                .plan(taxed("I1 EUR 60.00 2026-11-20 A; I2 USD 72.00 2026-11-20 U"));
        assertThat(plan.payments())
                .extracting(Payment::amount)
                .containsExactly(Money.parse("EUR 60.00"), Money.parse("USD 61.00"));
        assertThat(plan.deductions().getLast().part().tax()).isEqualTo(Money.parse("EUR 11.00"));
    }

    /** The year of a payment is that of its pay date: what was paid on 31 December, or came back in it, is not of January. */
    @ParameterizedTest
    @CsvSource({"2026-12-31, 2026-12-31, 11.00", "2026-12-31, 2027-01-04, 0.00", "2027-01-01, 2027-01-04, 11.00"})
    void theYearIsThatOfThePayDate(LocalDate before, LocalDate payDate, String tax) {
        EarlierPayments earlier = (payee, from, to) ->
                List.of(new Earlier(new UUID(0, 9), "H", before, Money.parse("EUR 100.00"), Money.parse("EUR 0.00")));
        RunTerms terms = Due.terms("EUR");
        var later = new RunTerms(terms.run(), terms.entity(), payDate, payDate, terms.businessDate());
        var taxes = PayeeTaxes.of(new PayeeTaxes.Source(Due.register(), tables(100, "10"), refusing()), later, earlier);
        assertThat(taxes.decide(taxed("I1 EUR 12.00 2026-11-20 A"))
                        .deductions()
                        .getFirst()
                        .part()
                        .tax())
                .isEqualTo(Money.parse("EUR " + tax));
    }

    /** Paid, returned and paid again: the document's own earlier payment is not counted beside it. */
    @Test
    void whatIsPaidAgainCountsOnce() {
        Candidate again = taxed("I1 EUR 120.00 2026-11-20 A", "CT-1");
        EarlierPayments itself = (payee, from, to) ->
                List.of(new Earlier(again.invoice(), "H", Due.DAY, Money.parse("EUR 100.00"), Money.parse("EUR 0.00")));
        PayeePlan plan = planner(tables(100, "10"), itself, refusing()).plan(List.of(again));
        assertThat(plan.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR 0.00"));
    }

    /** EUR 60 of 120 were prepaid: half of the net is paid now, and taxed. Lines of materials are halved with it. */
    @ParameterizedTest
    @CsvSource({"NET, Stone, 5.00", "LABOUR, Stone, 3.00", "LABOUR, NONE, 5.00"})
    void whatWasPrepaidIsNotTaxed(Levy.Base base, String word, String tax) {
        Candidate whole = taxed("I1 EUR 120.00 2026-11-20 A", "CT-1");
        Candidate half = taxed("I1 EUR 60.00 2026-11-20 A", "CT-1");
        var partly = new Candidate(
                half.invoice(),
                half.entity(),
                half.contractor(),
                half.payeeName(),
                half.payeeAddress(),
                half.kind(),
                half.number(),
                half.issueDate(),
                half.dueDate(),
                half.payable(),
                half.functional(),
                half.account(),
                half.stated(),
                null,
                null,
                new Makeup(
                        whole.makeup().net(),
                        whole.makeup().vat(),
                        whole.payable().minus(half.payable()),
                        Money.parse("EUR 0.00"),
                        "CT-1",
                        Due.DAY,
                        Money.parse("EUR 40.00")));
        WithholdingTables tables = tables(base, new ContractTerms(null, null, false, word));
        PayeePlan plan = planner(tables).plan(List.of(partly));
        assertThat(plan.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR " + tax));
    }

    /** Nobody said what of the fee is for materials: it is asked, and not taken for labour. */
    @Test
    void materialsThatNobodyToldAreAskedFor() {
        WithholdingTables tables = tables(Levy.Base.LABOUR, ContractTerms.NONE);
        PayeePlan plan = planner(tables).plan(taxed("I1 EUR 120.00 2026-11-20 A"));
        assertThat(plan.decisions().getFirst().reason()).startsWith("Q732 WH-1 leaves the cost of materials out");
    }

    private static WithholdingTables tables(Levy.Base base, ContractTerms terms) {
        WithholdingRule net = rule(0, "10", EnumSet.allOf(IncomeKind.class));
        WithholdingRule rule = new WithholdingRule(
                net.id(),
                net.recordedAt(),
                net.match(),
                net.family(),
                net.head(),
                net.name(),
                new Levy(base, BigDecimal.TEN, BigDecimal.ZERO, Rounding.HALF_UP),
                null,
                net.trigger(),
                false,
                null,
                net.validity(),
                net.source(),
                net.confidence());
        return WithholdingTables.of(List.of(rule), List.of(), List.of(), Map.of(), Map.of("CT-1", terms));
    }

    /** Two contractor plans of one run: the first is not stored yet when the second is decided. */
    @Test
    void theRunCountsWhatItPlannedItself() {
        PayeePlanner planner = planner(tables(100, "10"));
        planner.plan(taxed("I1 EUR 120.00 2026-11-20 A"));
        PayeePlan second = planner.plan(taxed("I2 EUR 12.00 2026-11-20 A"));
        assertThat(second.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR 11.00"));
    }

    /** Two ids with one VAT id are one person, whose limit the run passes with the second. */
    @Test
    void theRunAddsUpTheIdsOfAPerson() {
        Register register =
                Register.of(List.of(), List.of(contractor("C1002"), contractor("C1001")), List.of(), List.of());
        PayeeTaxes taxes = PayeeTaxes.of(
                new PayeeTaxes.Source(register, tables(100, "10"), refusing()), Due.terms("EUR"), EarlierPayments.NONE);
        taxes.keep(
                taxes.decide(List.of(of("C1002", "I1 EUR 120.00 2026-11-20 A"))).deductions());
        Deduction second = taxes.decide(List.of(of("C1001", "I2 EUR 12.00 2026-11-20 A")))
                .deductions()
                .getFirst();
        assertThat(second.part().tax()).isEqualTo(Money.parse("EUR 11.00"));
        assertThat(second.person()).isEqualTo("C1001 C1002");
    }

    private static Contractor contractor(String id) {
        return new Contractor(
                id,
                "Payee",
                Contractor.Kind.COMPANY,
                Due.address(),
                "NL",
                "NL123456782B12",
                Contractor.VatStanding.REGISTERED,
                null,
                null,
                always());
    }

    @Test
    void whatIsNotPaidIsNotCounted() {
        PayeePlanner planner = planner(tables(100, "10"));
        planner.plan(taxed("I1 EUR 120.00 2026-11-20 A; C1 EUR 240.00 2026-11-20 A"));
        PayeePlan second = planner.plan(taxed("I2 EUR 12.00 2026-11-20 A"));
        assertThat(second.deductions().getFirst().part().tax().isZero()).isTrue();
    }

    /** However many documents and accounts a payee has, what is stored is asked for once. */
    @Test
    void whatIsStoredIsReadOnceForAPayee() {
        var asked = new ArrayList<String>();
        PayeePlanner planner = planner(
                tables(100, "10"),
                (payee, from, to) -> {
                    asked.add(payee);
                    return List.of(new Earlier(
                            new UUID(0, 9), "H", Due.DAY, Money.parse("EUR 1000.00"), Money.parse("EUR 1000.00")));
                },
                refusing());
        planner.plan(taxed("I1 EUR 120.00 2026-11-20 A; I2 EUR 12.00 2026-11-20 A; I3 EUR 24.00 2026-11-20 B"));
        PayeePlan last = planner.plan(taxed("I4 EUR 36.00 2026-11-20 A"));
        assertThat(asked).containsExactly("C1001");
        assertThat(last.deductions().getFirst().part().steps())
                .anyMatch(step -> step.startsWith("threshold EUR 100.00 a YEAR (WHOLE): EUR 1130.00 before"));
    }

    /** EUR 90 passes the limit and brings the tax of EUR 1,000 with it: more than there is. */
    @Test
    void whatLeavesNothingToPayWaits() {
        EarlierPayments earlier = (payee, from, to) ->
                List.of(new Earlier(new UUID(0, 9), "H", Due.DAY, Money.parse("EUR 1000.00"), Money.parse("EUR 0.00")));
        PayeePlan plan = planner(tables(1050, "10"), earlier, refusing()).plan(taxed("I1 EUR 108.00 2026-11-20 A"));
        assertThat(plan.payments()).isEmpty();
        assertThat(plan.decisions().getFirst().reason()).startsWith("Q733 EUR 109.00 is to be withheld of EUR 108.00");
    }

    @Test
    void oneOpenQuestionDoesNotStopTheOthers() {
        WithholdingTables tables = tables(0, "10", Set.of(IncomeKind.PROFESSIONAL), Map.of("CT-2", other()));
        List<Candidate> documents =
                List.of(taxed("I1 EUR 120.00 2026-11-20 A", "CT-1"), taxed("I2 EUR 120.00 2026-11-20 A", "CT-2"));
        PayeePlan plan = planner(tables).plan(documents);
        assertThat(plan.payments().getFirst().amount()).isEqualTo(Money.parse("EUR 110.00"));
        assertThat(plan.decisions())
                .anyMatch(one -> one.outcome() == Outcome.EXCLUDED
                        && one.reason().startsWith("Q730 COMPANY in NL paid from NL for OTHER income"));
    }

    @Test
    void withoutARateTheTaxCannotBeOwed() {
        PayeePlan plan = planner(tables(0, "10")).plan(taxed("I1 USD 120.00 2026-11-20 U"));
        assertThat(plan.payments()).isEmpty();
        assertThat(plan.decisions().getFirst().reason()).startsWith("Q732 the tax is owed in EUR: no rate");
    }

    /** USD 100 at 0.9 is EUR 90.00; 10 % of it is EUR 9.00, which are USD 10.00. */
    @Test
    void theTaxIsReckonedInTheCurrencyOfTheBooks() {
        RateBook rates = (entity, purpose, amount, into, on) -> new Conversion.Converted(
                purpose,
                amount,
                Rounding.HALF_UP.amount(into, amount.getAmount().multiply(new BigDecimal("0.9"))),
                new BigDecimal("0.9"),
                on,
                List.of());
        PayeePlan plan =
                planner(tables(0, "10"), EarlierPayments.NONE, rates).plan(taxed("I1 USD 120.00 2026-11-20 U"));
        assertThat(plan.payments().getFirst().amount()).isEqualTo(Money.parse("USD 110.00"));
        assertThat(plan.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR 9.00"));
    }

    /** A treaty row lowers the rate only for who proves residence, and never raises it. */
    @ParameterizedTest
    @CsvSource({"5, 5.00", "15, 10.00"})
    void theTreatyNeedsACertificate(String treaty, String tax) {
        var certificate = new Certificate(
                "WC-1", "C1001", CertificateKind.RESIDENCE, "NL", null, null, always(), "0".repeat(64), "anna");
        WithholdingTables tables = WithholdingTables.of(
                List.of(rule(0, "10", EnumSet.allOf(IncomeKind.class))),
                List.of(new TreatyRate(
                        "TR-1",
                        "NL",
                        "US",
                        EnumSet.allOf(IncomeKind.class),
                        new BigDecimal(treaty),
                        "art. 14",
                        always(),
                        LONG_AGO,
                        "test",
                        Confidence.HIGH)),
                List.of(certificate),
                Map.of("C1001", new PartyTerms("US", true, Set.of())),
                Map.of());
        PayeePlan plan = planner(tables).plan(taxed("I1 EUR 120.00 2026-11-20 A"));
        assertThat(plan.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR " + tax));
    }

    /** A correction takes the place of its row as a whole: what it no longer says, the older one does not say either. */
    @ParameterizedTest
    @CsvSource({"2026-11-24, 10.00", "2026-11-25, 5.00"})
    void aCorrectedTreatyRowLeavesNoOlderOneBehind(LocalDate recorded, String tax) {
        var certificate = new Certificate(
                "WC-1", "C1001", CertificateKind.RESIDENCE, "NL", null, null, always(), "0".repeat(64), "anna");
        WithholdingTables tables = WithholdingTables.of(
                List.of(rule(0, "10", EnumSet.allOf(IncomeKind.class))),
                List.of(treaty(LONG_AGO, always()), treaty(recorded, new Validity(LONG_AGO, Due.DAY.minusDays(1)))),
                List.of(certificate),
                Map.of("C1001", new PartyTerms("US", true, Set.of())),
                Map.of());
        PayeePlan plan = planner(tables).plan(taxed("I1 EUR 120.00 2026-11-20 A"));
        assertThat(plan.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR " + tax));
    }

    private static TreatyRate treaty(LocalDate recorded, Validity validity) {
        return new TreatyRate(
                "TR-1",
                "NL",
                "US",
                EnumSet.allOf(IncomeKind.class),
                new BigDecimal("5"),
                "art. 14",
                validity,
                recorded,
                "test",
                Confidence.HIGH);
    }

    /** What cancels out is netted without a trace, so no tax may be owed of it, by whomever it is borne. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # contracts of an invoice and a credit note   | are    | decision
            what is withheld cancels out, too             | CT-1 CT-1 | NETTED invoices and credit notes cancel out
            nothing is withheld of either                 | CT-3 CT-3 | NETTED invoices and credit notes cancel out
            the payer bears the tax of the invoice        | CT-2 CT-3 | EXCLUDED invoices and credit notes cancel out, what is withheld of them does not: waits for the next invoices
            """)
    void whatCancelsOutWithholdsNothing(String what, String contracts, String decision) {
        WithholdingTables tables = WithholdingTables.of(
                List.of(
                        rule(0, "10", EnumSet.of(IncomeKind.PROFESSIONAL)),
                        version(rule(0, "0", EnumSet.of(IncomeKind.OTHER)), "WH-2", "0", LONG_AGO)),
                List.of(),
                List.of(),
                Map.of(),
                Map.of("CT-2", new ContractTerms(IncomeKind.PROFESSIONAL, null, true, null), "CT-3", other()));
        String[] contract = contracts.split(" ");
        PayeePlan plan = planner(tables)
                .plan(List.of(
                        taxed("I1 EUR 120.00 2026-11-20 A", contract[0]),
                        taxed("C1 EUR 120.00 2026-11-20 A", contract[1])));
        assertThat(plan.payments()).isEmpty();
        assertThat(plan.decisions()).allMatch(one -> (one.outcome() + " " + one.reason()).equals(decision));
    }

    /** A row that is recorded later is not known to the run; of two versions of a row the later known one speaks. */
    @ParameterizedTest
    @CsvSource({"2026-11-24, 20.00", "2026-11-25, 10.00"})
    void aCorrectedRowSpeaksFromItsRecordingOn(LocalDate recorded, String tax) {
        WithholdingRule first = rule(0, "10", EnumSet.allOf(IncomeKind.class));
        WithholdingRule corrected = version(first, first.id(), "20", recorded);
        WithholdingTables tables =
                WithholdingTables.of(List.of(first, corrected), List.of(), List.of(), Map.of(), Map.of());
        PayeePlan plan = planner(tables).plan(taxed("I1 EUR 120.00 2026-11-20 A"));
        assertThat(plan.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR " + tax));
    }

    /** A correction is appended to the table: it speaks in the place of what it corrects, before the row for everybody else. */
    @Test
    void aCorrectedRowKeepsItsPlace() {
        WithholdingRule first = rule(0, "10", EnumSet.allOf(IncomeKind.class));
        WithholdingTables tables = WithholdingTables.of(
                List.of(first, version(first, "WH-2", "7", LONG_AGO), version(first, "WH-1", "20", Due.DAY)),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
        PayeePlan plan = planner(tables).plan(taxed("I1 EUR 120.00 2026-11-20 A"));
        assertThat(plan.deductions().getFirst().part().rule()).isEqualTo("WH-1");
        assertThat(plan.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR 20.00"));
    }

    private static WithholdingRule version(WithholdingRule of, String id, String rate, LocalDate recorded) {
        return new WithholdingRule(
                id,
                recorded,
                of.match(),
                of.family(),
                of.head(),
                of.name(),
                new Levy(Levy.Base.NET, new BigDecimal(rate), BigDecimal.ZERO, Rounding.HALF_UP),
                null,
                of.trigger(),
                false,
                null,
                of.validity(),
                "test",
                Confidence.HIGH);
    }

    /** A machine reads a creditor reference (ISO 11649); any other text of the payee's has room for what was kept back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RF18539007547034 | RF18539007547034
            order 7          | order 7 less tax 10.00
            """)
    void theReferenceOfThePayee(String reference, String remittance) {
        Candidate one = taxed("I1 EUR 120.00 2026-11-20 A", "CT-1");
        Candidate asking = new Candidate(
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
                reference,
                one.makeup());
        assertThat(planner(tables(0, "10"))
                        .plan(List.of(asking))
                        .payments()
                        .getFirst()
                        .remittance())
                .isEqualTo(remittance);
    }

    /** What is rounded of the amount due (BT-114) is no part of the fee, and what was prepaid (BT-113) is not taxed by our runs. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                    | net, VAT, prepaid, levy    | due     | tax
            due as it is              | 1000.40 210.08 0.00 0.00   | 1210.48 | 100.04
            due in whole euros        | 1000.40 210.08 0.00 0.00   | 1210.00 | 100.04
            half of it was prepaid    | 1000.40 210.08 605.24 0.00 |  605.24 | 50.02
            both                      | 1000.40 210.08 605.24 0.00 |  605.00 | 50.02
            """)
    void theFeeIsThatOfTheDocument(String what, String figures, String due, String tax) {
        PayeePlan plan = planner(tables(0, "10")).plan(List.of(stating("I1 EUR " + due + " 2026-11-20 A", figures)));
        assertThat(plan.deductions().getFirst().part().tax()).isEqualTo(Money.parse("EUR " + tax));
        assertThat(plan.payments().getFirst().amount())
                .isEqualTo(Money.parse("EUR " + due).minus(Money.parse("EUR " + tax)));
    }

    /** What a document says that is kept back of it is kept back once, if it is what we reckon; else a person has to look. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                     | net, VAT, prepaid, levy   | due    | transfer   | why not
            what we reckon             | 100.00 20.00 0.00 10.00   | 120.00 | EUR 110.00 |
            rounded another way        | 100.00 20.00 0.00 10.01   | 120.00 | EUR 110.00 |
            more than we reckon        | 100.00 20.00 0.00 10.02   | 120.00 |            | Q707 the document says that EUR 10.02 is kept back, our rows keep back EUR 10.00 (tax 10.00)
            less                       | 100.00 20.00 0.00 9.98    | 120.00 |            | Q707 the document says that EUR 9.98 is kept back, our rows keep back EUR 10.00 (tax 10.00)
            it stands as prepaid, too  | 100.00 20.00 10.00 10.00  | 110.00 |            | Q707 the document states EUR 10.00 as kept back and EUR 10.00 stands as prepaid
            """)
    void aStatedLevyIsKeptBackOnce(String what, String figures, String due, String transfer, String whyNot) {
        PayeePlan plan = planner(tables(0, "10")).plan(List.of(stating("I1 EUR " + due + " 2026-11-20 A", figures)));
        if (whyNot == null) {
            assertThat(plan.payments().getFirst().amount()).isEqualTo(Money.parse(transfer));
        } else {
            assertThat(plan.payments()).isEmpty();
            assertThat(plan.deductions()).isEmpty();
            assertThat(plan.decisions().getFirst().reason())
                    .startsWith(whyNot)
                    .endsWith("ask for a credit note and another invoice");
        }
    }

    @Test
    void aCreditNoteStatesItsLevyToo() {
        PayeePlan plan = planner(tables(0, "10"))
                .plan(List.of(
                        stating("I1 EUR 120.00 2026-11-20 A", "100.00 20.00 0.00 10.00"),
                        stating("C1 EUR 12.00 2026-11-20 A", "10.00 2.00 0.00 1.00")));
        assertThat(plan.payments().getFirst().amount()).isEqualTo(Money.parse("EUR 99.00"));
    }

    /** What nobody can pay ends with its credit note: nothing is paid, so nothing is withheld. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            all of it               | 120.00 | 100.00 20.00 0.00 20.00 | NETTED NETTED
            with another levy       | 120.00 | 100.00 20.00 0.00 19.00 | EXCLUDED EXCLUDED
            with other VAT          | 120.00 | 120.00 0.00 0.00 20.00  | EXCLUDED EXCLUDED
            some of it              | 60.00  | 50.00 10.00 0.00 10.00  | EXCLUDED EXCLUDED
            """)
    void whatCannotBePaidIsTakenBackWhole(String what, String credited, String figures, String outcomes) {
        PayeePlan plan = planner(tables(0, "10"))
                .plan(List.of(
                        stating("I1 EUR 120.00 2026-11-20 A", "100.00 20.00 0.00 20.00"),
                        stating("C1 EUR " + credited + " 2026-11-20 A", figures)));
        assertThat(plan.payments()).isEmpty();
        assertThat(plan.deductions()).isEmpty();
        assertThat(plan.decisions().stream().map(one -> one.outcome().name()).collect(Collectors.joining(" ")))
                .isEqualTo(outcomes);
    }

    /** Nobody who withholds nothing pays less because the document says so. */
    @Test
    void aLevyThatNoRowKnowsIsNotKeptBack() {
        PayeePlan plan = planner(WithholdingTables.NONE)
                .plan(List.of(stating("I1 EUR 120.00 2026-11-20 A", "100.00 20.00 0.00 10.00")));
        assertThat(plan.payments()).isEmpty();
        assertThat(plan.decisions().getFirst().reason()).contains("our rows keep back EUR 0.00:");
    }

    private static ContractTerms other() {
        return new ContractTerms(IncomeKind.OTHER, null, false, null);
    }

    private static List<Candidate> taxed(String documents) {
        return Due.documents(documents).stream().map(one -> taxed(one, "CT-1")).toList();
    }

    private static Candidate taxed(String document, String contract) {
        return taxed(Due.documents(document).getFirst(), contract);
    }

    private static Candidate of(String contractor, String document) {
        return taxed(Due.documents(document).getFirst(), "CT-1", contractor);
    }

    private static Candidate taxed(Candidate one, String contract) {
        return taxed(one, contract, one.contractor());
    }

    private static Candidate taxed(Candidate one, String contract, String contractor) {
        CurrencyUnit currency = one.payable().getCurrencyUnit();
        Money net = Money.of(currency, Rounding.HALF_UP.quotient(one.payable().getAmount(), new BigDecimal("1.2"), 2));
        return new Candidate(
                one.invoice(),
                one.entity(),
                contractor,
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
                one.holdReason(),
                one.paymentReference(),
                plain(net, one.payable().minus(net), contract));
    }

    private static Makeup plain(Money net, Money vat, @Nullable String contract) {
        Money none = Money.zero(net.getCurrencyUnit());
        return new Makeup(net, vat, none, none, contract, Due.DAY, null);
    }

    /** A document that states more than net and VAT: net, VAT, prepaid, levy, blanks between. */
    private static Candidate stating(String document, String figures) {
        Candidate one = taxed(document, "CT-1");
        List<Money> stated = Stream.of(figures.split(" "))
                .map(figure -> Money.parse("EUR " + figure))
                .toList();
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
                one.holdReason(),
                one.paymentReference(),
                new Makeup(stated.get(0), stated.get(1), stated.get(2), stated.get(3), "CT-1", Due.DAY, null));
    }

    private static WithholdingTables tables(int limit, String rate) {
        return tables(limit, rate, EnumSet.allOf(IncomeKind.class), Map.of());
    }

    private static WithholdingTables tables(
            int limit, String rate, Set<IncomeKind> incomes, Map<String, ContractTerms> contracts) {
        return WithholdingTables.of(List.of(rule(limit, rate, incomes)), List.of(), List.of(), Map.of(), contracts);
    }

    private static WithholdingRule rule(int limit, String rate, Set<IncomeKind> incomes) {
        var match = new Match(
                "NL",
                Set.of("*"),
                EnumSet.allOf(Contractor.Kind.class),
                incomes,
                null,
                Place.ANYWHERE,
                UnknownPlace.HOLD,
                null,
                null);
        return new WithholdingRule(
                "WH-1",
                LONG_AGO,
                match,
                TaxFamily.INCOME_TAX,
                "H",
                "tax",
                new Levy(Levy.Base.NET, new BigDecimal(rate), BigDecimal.ZERO, Rounding.HALF_UP),
                limit == 0
                        ? null
                        : new Threshold(
                                Money.of(CurrencyUnit.EUR, limit), null, Threshold.Period.YEAR, Threshold.Effect.WHOLE),
                Trigger.PAYMENT,
                false,
                null,
                always(),
                "test",
                Confidence.HIGH);
    }

    private static Validity always() {
        return new Validity(LONG_AGO, null);
    }

    private static RateBook refusing() {
        return (entity, purpose, amount, into, on) ->
                new Conversion.Refused(Finding.of(FindingCode.RATE_MISSING, "no rate"));
    }

    private static PayeePlanner planner(WithholdingTables tables) {
        return planner(tables, EarlierPayments.NONE, refusing());
    }

    private static PayeePlanner planner(WithholdingTables tables, EarlierPayments earlier, RateBook rates) {
        RunTerms terms = Due.terms("EUR USD");
        var taxes = PayeeTaxes.of(new PayeeTaxes.Source(Due.register(), tables, rates), terms, earlier);
        return PayeePlanner.of(
                terms, new PayeePlanner.Rules(CurrentPayees.of(Due.register(), terms), new AnyBank(), taxes), 0);
    }
}
