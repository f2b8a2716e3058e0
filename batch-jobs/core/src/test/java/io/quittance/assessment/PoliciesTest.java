package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bookkeeping.InvoiceBooking;
import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.Period;
import io.quittance.invoice.VatCategory;
import io.quittance.ledger.Chart;
import io.quittance.ledger.Posting;
import io.quittance.money.Rounding;
import io.quittance.party.Contract;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.Register;
import io.quittance.party.RegistryEvidence;
import io.quittance.party.Validity;
import io.quittance.tax.Confidence;
import io.quittance.tax.Jurisdictions;
import io.quittance.tax.RecoveryRule;
import io.quittance.tax.RecoveryRules;
import io.quittance.tax.RoundingPolicies;
import io.quittance.tax.RoundingPolicy.Level;
import io.quittance.tax.TaxDates;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.TaxPointRule;
import io.quittance.tax.TaxPointRule.Event;
import io.quittance.tax.TaxPointRule.Meanwhile;
import io.quittance.tax.TaxPoints;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxRules;
import io.quittance.tax.Treatment;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import io.quittance.tax.VatEntry;
import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import io.quittance.vat.Filings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tax points, rounding policies and recovery rules make of a document: VAT entries and postings, in euros. */
class PoliciesTest {

    private static final Validity ALWAYS = new Validity(LocalDate.parse("1990-01-01"), null);
    private static final LocalDate RECORDED = LocalDate.parse("2026-11-26");

    /** 37.50 + 12.50 at 21 %: 7.88 + 2.63 = 10.51 by line, 10.50 in total (softwarepakketten.nl after the Belastingdienst). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the supplier charges | input tax | rounding | cost  | owed
            10.50                  | 10.50     | 0.00     | 50.00 | 60.50
            10.51                  | 10.50     | 0.01     | 50.00 | 60.51
            """)
    void whatIsChargedIsPaidAndOursIsDeducted(String charged, String input, String rounding, String cost, String owed) {
        Assessment assessed = assess(World::domestic, TaxPolicies.GENERAL, lines(charged));
        VatEntry entry = assessed.vatEntries().getFirst();
        assertThat(entry.inputTax()).isEqualTo(euros(input));
        assertThat(entry.reckoning().charged()).isEqualTo(euros(charged));
        assertThat(entry.reckoning().own()).isEqualTo(euros("10.50"));
        assertThat(entry.reckoning().rounding()).isEqualTo(euros(rounding));
        assertThat(posted(assessed, Chart.TAX_ROUNDING.code())).isEqualTo(euros(rounding));
        assertThat(posted(assessed, Chart.INPUT_TAX.code())).isEqualTo(euros(input));
        assertThat(posted(assessed, Chart.EXPENSE.code())).isEqualTo(euros(cost));
        assertThat(posted(assessed, Chart.PAYABLES.code()))
                .isEqualTo(euros(owed).negated());
    }

    /** Ours would be 10.51, line by line. Never more is deducted than the supplier charges. */
    @Test
    void whoReckonsMoreThanIsChargedDeductsWhatIsCharged() {
        var byLine = RoundingPolicies.of(Stream.concat(
                        Stream.of(World.rounding("NL-LINE", "NL", Level.LINE, Rounding.HALF_UP)),
                        RoundingPolicies.GENERAL.all().stream())
                .toList());
        var policies = new TaxPolicies(TaxPolicies.GENERAL.points(), byLine, TaxPolicies.GENERAL.recoveries());
        VatEntry entry =
                assess(World::domestic, policies, lines("10.50")).vatEntries().getFirst();
        assertThat(entry.inputTax()).isEqualTo(euros("10.50"));
        assertThat(entry.reckoning().own()).isEqualTo(euros("10.51"));
        assertThat(entry.reckoning().rounding().isZero()).isTrue();
    }

    /** 21 % of 0.50 is 0.105: half up 0.11, down 0.10. */
    @ParameterizedTest
    @CsvSource({"HALF_UP, 0.11", "DOWN, 0.10", "HALF_DOWN, 0.10", "UP, 0.11"})
    void selfAssessedTaxIsRoundedAsThePayerRounds(Rounding mode, String output) {
        var policies = new TaxPolicies(
                TaxPolicies.GENERAL.points(),
                RoundingPolicies.of(Stream.concat(
                                Stream.of(World.rounding("NL-OWN", "NL", Level.CATEGORY_TOTAL, mode)),
                                RoundingPolicies.GENERAL.all().stream())
                        .toList()),
                TaxPolicies.GENERAL.recoveries());
        VatEntry entry = assess(World::reverseCharge, policies, Draft.over("EUR", "0.50"))
                .vatEntries()
                .getFirst();
        assertThat(entry.outputTax()).isEqualTo(euros(output));
        assertThat(entry.inputTax()).isEqualTo(euros(output));
        assertThat(entry.reckoning().rows().rounding()).isEqualTo("NL-OWN");
    }

    /** On a cash basis nothing is deducted yet: it waits on 1520, and the cost is what it will be. */
    @Test
    void inputTaxThatWaitsForPaymentIsOnAnAccountOfItsOwn() {
        RecoveryRules cash = RecoveryRules.of(List.of(recovery("CASH", "100", null, RecoveryRule.Moment.PAYMENT)));
        Assessment assessed = assess(World::reverseCharge, with(cash), Draft.right());
        VatEntry entry = assessed.vatEntries().getFirst();
        assertThat(entry.inputTax().isZero()).isTrue();
        assertThat(entry.outputTax()).isEqualTo(euros("31.50"));
        assertThat(entry.reckoning().waiting()).isEqualTo(euros("31.50"));
        assertThat(posted(assessed, Chart.WAITING_TAX.code())).isEqualTo(euros("31.50"));
        assertThat(posted(assessed, Chart.EXPENSE.code())).isEqualTo(euros("150.00"));
    }

    /** Services "to the extent" of other use: base and tax of the return are the part for which nothing is deducted. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # deducted %, base of 150.00, 21 % of it, expense
            100,            0.00,            0.00,     150.00
            60,            60.00,           12.60,     162.60
            33.33,        100.01,           21.00,     171.00
            0,            150.00,           31.50,     181.50
            """)
    void onlyThePartThatIsNotDeductedIsAssessed(String percent, String base, String output, String expense) {
        RecoveryRules share = RecoveryRules.of(List.of(recovery("T", percent, null, RecoveryRule.Moment.TAX_POINT)));
        Assessment assessed = assess(World::inPart, with(share), Draft.right());
        VatEntry entry = assessed.vatEntries().getFirst();
        assertThat(entry.base()).isEqualTo(euros(base));
        assertThat(entry.outputTax()).isEqualTo(euros(output));
        assertThat(entry.inputTax().isZero()).isTrue();
        assertThat(entry.nonRecoverable()).isEqualTo(euros(output));
        assertThat(posted(assessed, Chart.EXPENSE.code())).isEqualTo(euros(expense));
    }

    /** Japan: 70 % of the 10/110 that a price of 150.00 contains, 13.63 rounded down; 9.54 are deducted. */
    @Test
    void aPriceMayContainTaxThatNoInvoiceShows() {
        RecoveryRules share = RecoveryRules.of(List.of(recovery("T", "70", "10", RecoveryRule.Moment.TAX_POINT)));
        VatEntry entry = assess(World::outOfScope, with(share), Draft.right())
                .vatEntries()
                .getFirst();
        assertThat(entry.reckoning().included()).isEqualTo(euros("13.63"));
        assertThat(entry.inputTax()).isEqualTo(euros("9.54"));
        assertThat(entry.nonRecoverable()).isEqualTo(euros("4.09"));
        assertThat(entry.reckoning().rows().recovery()).isEqualTo("T");
    }

    /**
     * The rate is 19 %, from 2020-07-01 to 2020-12-31 16 %: the tax point decides, but German reverse charge has the
     * rate of the supply (UStG 27(1)); and a credit note has that of its invoice.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # event                          | performed  | invoiced   | tax point  | period     | rate
            SUPPLY                           | 2020-06-30 | 2020-07-05 | 2020-06-30 | 2020-06-01 | 19
            SUPPLY                           | 2020-07-01 | 2020-07-05 | 2020-07-01 | 2020-07-01 | 16
            EARLIER_OF_INVOICE_AND_PAYMENT   | 2020-06-30 | 2020-07-05 | 2020-07-05 | 2020-07-01 | 16
            END_OF_RETURN_PERIOD             | 2020-12-05 | 2021-01-05 | 2020-12-31 | 2020-12-01 | 16
            INVOICE_AT_LATEST_END_OF_NEXT_MONTH | 2020-12-20 | 2021-01-15 | 2021-01-15 | 2021-01-01 | 16
            INVOICE_AT_LATEST_END_OF_NEXT_MONTH | 2020-06-20 | 2020-07-15 | 2020-07-15 | 2020-07-01 | 19
            INVOICE_AT_LATEST_END_OF_NEXT_MONTH | 2020-05-18 | 2020-08-05 | 2020-06-30 | 2020-06-01 | 19
            INVOICE                          | 2020-12-31 | 2021-01-05 | 2021-01-05 | 2021-01-01 | 19
            """)
    void theRateIsThatOfTheTaxPoint(
            Event event, LocalDate performed, LocalDate invoiced, LocalDate point, LocalDate period, String rate) {
        TaxPolicies policies = by(event);
        History history = World.nothingBefore();
        Draft draft = Draft.right();
        draft.supply = performed;
        draft.issued = invoiced;
        Assessment invoice = World.assessor(PoliciesTest::german, policies).assess(draft.invoice(), history);
        VatEntry entry = invoice.vatEntries().getFirst();
        assertThat(entry.taxPoint()).isEqualTo(point);
        assertThat(entry.period()).isEqualTo(period);
        assertThat(entry.rate()).isEqualByComparingTo(rate);
        assertThat(entry.reckoning().rows().taxPoint()).isEqualTo("TP");

        Draft note = Draft.creditNote("G-1", draft.number);
        note.issued = invoiced.plusMonths(8);
        note.supply = null;
        note.contract = draft.contract;
        // Issued a year after nothing: the history looks at the year of the note and the one before.
        Assessment credit = World.assessor(PoliciesTest::german, policies).assess(note.invoice(), history);
        VatEntry back = credit.vatEntries().getFirst();
        assertThat(back.rate()).isEqualByComparingTo(rate);
        assertThat(back.outputTax()).isEqualTo(entry.outputTax().negated());
        assertThat(back.reckoning().rows().taxPoint()).isEqualTo("as corrected");
        assertThat(back.period()).isEqualTo(note.issued.withDayOfMonth(1));
    }

    /** A credit note says which supply it is about; that is long declared. It belongs to the month in which it was issued. */
    @Test
    void aCreditNoteThatNamesTheSupplyBelongsToItsOwnMonth() {
        History history = World.nothingBefore();
        Draft draft = Draft.right();
        draft.supply = LocalDate.parse("2026-09-30");
        draft.issued = LocalDate.parse("2026-10-02");
        Assessor assessor = World.assessor(PoliciesTest::german, by(Event.SUPPLY));
        assertThat(assessor.assess(draft.invoice(), history)
                        .vatEntries()
                        .getFirst()
                        .period())
                .isEqualTo(LocalDate.parse("2026-09-01"));

        Draft note = Draft.creditNote("G-1", draft.number);
        note.supply = draft.supply;
        note.issued = LocalDate.parse("2026-11-20");
        VatEntry back = assessor.assess(note.invoice(), history).vatEntries().getFirst();
        assertThat(back.taxPoint()).isEqualTo(note.issued);
        assertThat(back.period()).isEqualTo(LocalDate.parse("2026-11-01"));
    }

    /** Each line is filed where its own treatment belongs, not where the taxable one does. */
    @Test
    void everyLineOfAMixedDocumentHasItsOwnTreatment() {
        Draft draft = Draft.empty()
                .line("1", "100.00", "100.00", VatCategory.S, "21")
                .line("1", "50.00", "50.00", VatCategory.E, null)
                .line("1", "7.00", "7.00", VatCategory.Z, "0")
                .breakdown(VatCategory.S, "21", "100.00", "21.00")
                .breakdown(VatCategory.E, null, "50.00", "0.00")
                .breakdown(VatCategory.Z, "0", "7.00", "0.00")
                .totals("157.00", "21.00", "178.00");
        assertThat(assess(World::domestic, TaxPolicies.GENERAL, draft).vatEntries().stream()
                        .map(entry -> entry.treatment() + " " + entry.base() + " " + entry.inputTax()))
                .containsExactly(
                        "DOMESTIC_TAXABLE EUR 100.00 EUR 21.00",
                        "DOMESTIC_EXEMPT EUR 50.00 EUR 0.00",
                        "DOMESTIC_ZERO EUR 7.00 EUR 0.00");
    }

    /** UStG 16(6): tax of December arises in January, but is converted as of December; the credit note too. */
    @Test
    void aTaxPointAfterTheSupplyIsConvertedAsOfTheSupply() {
        Draft draft = Draft.over("USD", "1000.00");
        draft.contract = "K-USD";
        draft.supply = LocalDate.parse("2026-10-20");
        draft.issued = LocalDate.parse("2026-11-15");
        History history = World.nothingBefore();
        Assessor assessor = World.assessor(World::reverseCharge, by(Event.INVOICE_AT_LATEST_END_OF_NEXT_MONTH));
        VatEntry entry = assessor.assess(draft.invoice(), history).vatEntries().getFirst();
        assertThat(entry.taxPoint()).isEqualTo(LocalDate.parse("2026-11-15"));
        assertThat(entry.base()).as("at 0.80, not at the 0.88 of November").isEqualTo(euros("800.00"));

        Draft note = Draft.over("USD", "1000.00").numbered("G-1");
        note.contract = "K-USD";
        note.kind = DocumentKind.CREDIT_NOTE;
        note.preceding = draft.number;
        note.issued = LocalDate.parse("2026-11-20");
        note.supply = null;
        assertThat(assessor.assess(note.invoice(), history)
                        .vatEntries()
                        .getFirst()
                        .base())
                .isEqualTo(euros("-800.00"));
    }

    /**
     * A service of October, its tax of November. In between the supplier moved from Germany to Austria, and the payer, who
     * deducted nothing, got a proportion: the parties are those of the service, the proportion is that of the tax.
     */
    @Test
    void thePartiesAreThoseOfTheSupplyAndTheProportionThatOfTheTax() {
        Draft draft = Draft.right();
        draft.supply = LocalDate.parse("2026-10-31");
        draft.issued = LocalDate.parse("2026-11-15");
        draft.vatId = "ATU12345675";
        var context = new Assessor.Context(
                World.BUSINESS_DATE,
                moving(LocalDate.parse("2026-10-31")),
                World.RATES,
                PoliciesTest::byProportion,
                30,
                Suspicion.DEFAULT,
                by(Event.INVOICE_AT_LATEST_END_OF_NEXT_MONTH),
                Filings.NONE);

        Assessment assessed = Assessor.of(context).assess(draft.invoice(), World.nothingBefore());

        assertThat(assessed.findings()).isEmpty();
        VatEntry entry = assessed.vatEntries().getFirst();
        assertThat(entry.taxPoint()).isEqualTo(draft.issued);
        assertThat(entry.outputTax()).isEqualTo(euros("31.50"));
        assertThat(entry.inputTax()).isEqualTo(euros("15.75"));
        assertThat(assessed.tax().ruling().between().supplier().vatCountry()).isEqualTo("DE");
        assertThat(assessed.tax().ruling().between().payer().vatId()).isEqualTo("NL000000012B01");
        assertThat(assessed.tax().ruling().between().payer().recoveryPercent()).isEqualTo(50);
        assertThat(assessed.evidence())
                .extracting(RegistryEvidence::number)
                .containsExactly("NL000000012B01", "DE136695976");
    }

    /** Payer and supplier of {@link Draft#right()}, both with other facts from the day after this one on. */
    private static Register moving(LocalDate last) {
        Contractor supplier = World.REGISTER.contractor("C-1", last).orElseThrow();
        var before = new Validity(LocalDate.parse("2020-01-01"), last);
        var after = new Validity(last.plusDays(1), null);
        return Register.of(
                List.of(payer("NL000000012B01", 0, before), payer("NL000000024B01", 50, after)),
                List.of(living(supplier, "DE", "DE136695976", before), living(supplier, "AT", "ATU12345675", after)),
                List.of(World.REGISTER.contract("K-1").orElseThrow()),
                World.REGISTER.accounts("C-1", CurrencyUnit.EUR, last));
    }

    private static Entity payer(String vatId, int recoveryPercent, Validity validity) {
        Entity same = World.NL_BV;
        return new Entity(
                same.id(),
                same.name(),
                same.address(),
                same.functionalCurrency(),
                same.vatCountry(),
                vatId,
                null,
                recoveryPercent,
                List.of(),
                validity);
    }

    private static Contractor living(Contractor same, String country, String vatId, Validity validity) {
        return new Contractor(
                same.id(),
                same.name(),
                same.kind(),
                same.address(),
                country,
                vatId,
                same.standing(),
                same.classification(),
                same.classificationValidity(),
                validity);
    }

    /** Reverse charge of which the payer's own share is deducted; it hangs on the ids of both. */
    private static TaxDecision byProportion(
            Invoice invoice, Entity payer, Contractor supplier, @Nullable Contract contract) {
        TaxDecision whole = World.reverseCharge(invoice, payer, supplier, contract);
        List<TaxLine> lines = whole.lines().stream()
                .map(line -> new TaxLine(
                        line.category(),
                        line.rate(),
                        line.rateRow(),
                        line.base(),
                        line.charged(),
                        line.selfAssessed(),
                        Rounding.HALF_UP.percent(line.selfAssessed(), BigDecimal.valueOf(payer.recoveryPercent()))))
                .toList();
        return new TaxDecision(
                whole.treatment(),
                whole.jurisdiction(),
                whole.area(),
                whole.taxPoint(),
                whole.steps(),
                lines,
                whole.findings(),
                null,
                IdsNeeded.BOTH);
    }

    @Test
    void aServiceOverYearsIsHeld() {
        Draft draft = Draft.right();
        draft.supply = null;
        draft.lines.replaceAll(
                line -> line.of(null, new Period(LocalDate.parse("2025-10-01"), LocalDate.parse("2026-10-31"))));
        Assessment assessed = assess(World::reverseCharge, by(Event.YEAR_END), draft);
        assertThat(assessed.verdict()).isEqualTo(Verdict.HELD);
        assertThat(assessed.findings().stream().map(Finding::message).toList())
                .containsExactly("a service over more than a year is taxed on each 31 December (TP): one document"
                        + " cannot carry several tax points");
    }

    /** Self-assessed legs net to the part that cannot be recovered, whatever the percentage and the amounts are. */
    @Test
    void selfAssessedLegsNetToWhatCannotBeRecovered() {
        Property.forAll(Gen.ints(1, 10_000_000).with(Gen.ints(0, 201), Purchase::new))
                .holds(PoliciesTest::netted);
    }

    /** @param choice the per cent that may be deducted; from 101 on the same, once it is paid */
    private record Purchase(int cents, int choice) {

        int percent() {
            return choice % 101;
        }

        RecoveryRules rules() {
            var moment = choice > 100 ? RecoveryRule.Moment.PAYMENT : RecoveryRule.Moment.TAX_POINT;
            return RecoveryRules.of(List.of(recovery("P", String.valueOf(percent()), null, moment)));
        }
    }

    private static void netted(Purchase purchase) {
        Draft draft = Draft.over("EUR", BigDecimal.valueOf(purchase.cents, 2).toPlainString());
        Assessment assessed = assess(World::reverseCharge, with(purchase.rules()), draft);
        VatEntry entry = assessed.vatEntries().getFirst();
        Money legs = posted(assessed, Chart.OUTPUT_TAX.code())
                .plus(posted(assessed, Chart.INPUT_TAX.code()))
                .plus(posted(assessed, Chart.WAITING_TAX.code()));
        assertThat(legs).isEqualTo(entry.nonRecoverable().negated());
        assertThat(posted(assessed, Chart.EXPENSE.code()))
                .isEqualTo(draft.invoice().totals().net().plus(entry.nonRecoverable()));
        if (purchase.percent() == 100) {
            assertThat(legs.isZero()).isTrue();
        }
    }

    private static Draft lines(String charged) {
        Draft draft = Draft.empty()
                .line("1", "37.50", "37.50", VatCategory.S, "21")
                .line("1", "12.50", "12.50", VatCategory.S, "21")
                .breakdown(VatCategory.S, "21", "50.00", charged);
        return draft.totals(
                "50.00",
                charged,
                new BigDecimal("50.00").add(new BigDecimal(charged)).toPlainString());
    }

    private static Assessment assess(TaxRules tax, TaxPolicies policies, Draft draft) {
        return World.assessor(tax, policies).assess(draft.invoice(), World.nothingBefore());
    }

    private static TaxPolicies with(RecoveryRules recoveries) {
        return new TaxPolicies(TaxPolicies.GENERAL.points(), RoundingPolicies.GENERAL, recoveries);
    }

    private static TaxPolicies by(Event event) {
        var rule = new TaxPointRule(
                "TP",
                new TaxPointRule.Match(
                        Jurisdictions.all(), EnumSet.allOf(Treatment.class), EnumSet.allOf(TaxDates.Supply.class)),
                event,
                Meanwhile.NOTHING,
                "test",
                ALWAYS,
                RECORDED,
                "test",
                Confidence.HIGH);
        return new TaxPolicies(TaxPoints.of(List.of(rule)), RoundingPolicies.GENERAL, TaxPolicies.GENERAL.recoveries());
    }

    private static RecoveryRule recovery(String id, String percent, String included, RecoveryRule.Moment moment) {
        return new RecoveryRule(
                id,
                new RecoveryRule.Match(
                        Jurisdictions.all(),
                        EnumSet.allOf(Treatment.class),
                        RecoveryRule.Supplier.ANY,
                        EnumSet.allOf(VatStanding.class),
                        EnumSet.allOf(ServiceKind.class)),
                RecoveryRule.Share.PRO_RATA,
                new BigDecimal(percent),
                included == null ? null : new BigDecimal(included),
                RecoveryRule.Steps.NONE,
                moment,
                null,
                "test",
                ALWAYS,
                RECORDED,
                "test",
                Confidence.HIGH);
    }

    /** The payer owes the German rate of the day. */
    private static TaxDecision german(Invoice invoice, Entity payer, Contractor supplier, Contract contract) {
        LocalDate on = invoice.taxPoint();
        boolean lowered = !on.isBefore(LocalDate.parse("2020-07-01")) && !on.isAfter(LocalDate.parse("2020-12-31"));
        BigDecimal rate = new BigDecimal(lowered ? "16" : "19");
        List<TaxLine> lines = invoice.vat().stream()
                .map(vat -> {
                    Money tax = Rounding.HALF_UP.percent(vat.base(), rate);
                    Money none = Money.zero(tax.getCurrencyUnit());
                    return new TaxLine(vat.category(), rate, "DE-" + rate, vat.base(), none, tax, tax);
                })
                .toList();
        return new TaxDecision(Treatment.EU_SERVICE_RC, "DE", on, List.of(), lines, Findings.NONE);
    }

    private static Money posted(Assessment assessed, String account) {
        return InvoiceBooking.accepted(assessed.accepted()).postings().stream()
                .filter(posting -> posting.account().equals(account))
                .map(Posting::amount)
                .reduce(euros("0.00"), Money::plus);
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
