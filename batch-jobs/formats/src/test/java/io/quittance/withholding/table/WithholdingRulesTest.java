package io.quittance.withholding.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.FindingCode;
import io.quittance.table.TableError;
import io.quittance.tax.Confidence;
import io.quittance.testkit.golden.Golden;
import io.quittance.withholding.Earlier;
import io.quittance.withholding.EarlierPayments;
import io.quittance.withholding.Part;
import io.quittance.withholding.Withheld;
import io.quittance.withholding.WithholdingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows that ship, asked for one payment after another. */
class WithholdingRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                                 | facts                                                                                    | head and tax
            Mexico: income tax and two thirds of VAT | payer=MX payee=MX kind=INDIVIDUAL on=2026-11-24 net=MXN_10000.00 vat=1600.00          | MX-ISR 1000.00, MX-IVA 1066.67
            Mexico: exact to the cent when large     | payer=MX payee=MX kind=INDIVIDUAL on=2026-11-24 net=MXN_99999999.97 vat=16000000.00   | MX-ISR 10000000.00, MX-IVA 10666666.67
            Mexico: RESICO                           | payer=MX payee=MX kind=INDIVIDUAL certificate=RESICO on=2026-11-24 net=MXN_10000.00 vat=1600.00 | MX-ISR 125.00, MX-IVA 1066.67
            Mexico: a company                        | payer=MX payee=MX on=2026-11-24 net=MXN_10000.00 vat=1600.00                            | ''
            Italy: 1,000 + 220 - 200 = 1,020         | payer=IT payee=IT kind=INDIVIDUAL on=2026-11-24 net=EUR_1000.00 vat=220.00              | IT-RITENUTA 200.00
            Italy: forfettario                       | payer=IT payee=IT kind=INDIVIDUAL certificate=FORFETTARIO on=2026-11-24 net=EUR_1000.00 | ''
            Italy: a foreigner working there         | payer=IT payee=US kind=INDIVIDUAL on=2026-11-24 net=EUR_1000.00                         | IT-RITENUTA 300.00
            Spain: professional                      | payer=ES payee=ES kind=INDIVIDUAL on=2026-11-24 net=EUR_1000.00 vat=210.00              | ES-IRPF 150.00
            Spain: in the first three years          | payer=ES payee=ES kind=INDIVIDUAL certificate=NEW_PROFESSIONAL on=2026-11-24 net=EUR_1000.00 | ES-IRPF 70.00
            Spain: an invoice of before, paid after  | payer=ES payee=ES kind=INDIVIDUAL credited=2015-07-01 on=2015-07-12 net=EUR_1000.00     | ES-IRPF 150.00
            Spain: the day before                    | payer=ES payee=ES kind=INDIVIDUAL on=2015-07-11 net=EUR_1000.00                         | ES-IRPF 190.00
            Spain: resident of the EEA               | payer=ES payee=DE on=2026-11-24 net=EUR_1000.00                                         | ES-IRNR 190.00
            Spain: resident of elsewhere             | payer=ES payee=US on=2026-11-24 net=EUR_1000.00                                         | ES-IRNR 240.00
            Spain: certificate that names a rate     | payer=ES payee=US certificate=TREATY percent=5 on=2026-11-24 net=EUR_1000.00            | ES-IRNR 50.00
            Spain: certificate over on the pay date  | payer=ES payee=US certificate=EXEMPTION until=2026-11-23 on=2026-11-24 net=EUR_1000.00  | ES-IRNR 240.00
            Spain: its last day                      | payer=ES payee=US certificate=EXEMPTION until=2026-11-24 on=2026-11-24 net=EUR_1000.00  | ES-IRNR 0.00
            US: foreigner working there              | payer=US payee=GB on=2026-11-24 net=USD_1000.00                                         | US-1042 300.00
            US: foreigner working abroad             | payer=US payee=GB place=GB on=2026-11-24 net=USD_1000.00                                | ''
            US: 1099-NEC reports only                | payer=US payee=US kind=INDIVIDUAL on=2026-11-24 net=USD_1000.00                         | US-NEC 0.00
            US: backup from 2,000 on                 | payer=US payee=US kind=INDIVIDUAL tin=NONE on=2026-11-24 net=USD_2000.00                | US-NEC 480.00
            US: backup below                         | payer=US payee=US kind=INDIVIDUAL tin=NONE on=2026-11-24 net=USD_1999.99                | US-NEC 0.00
            Philippines: sworn declaration           | payer=PH payee=PH kind=INDIVIDUAL certificate=SWORN_DECLARATION on=2026-11-24 net=PHP_1000.00 vat=120.00 | PH-EWT 50.00
            Philippines: without                     | payer=PH payee=PH kind=INDIVIDUAL on=2026-11-24 net=PHP_1000.00 vat=120.00              | PH-EWT 100.00
            Indonesia: abroad                        | payer=ID payee=SG on=2026-11-24 net=IDR_1000000.00                                      | ID-PPH26 200000.00
            Japan: all of the first million          | payer=JP payee=JP kind=INDIVIDUAL on=2026-11-24 net=JPY_999999                          | JP-FEE 102099, JP-FEE-ABOVE 0
            Japan: 102,100 + 20.42 % of 500,005      | payer=JP payee=JP kind=INDIVIDUAL on=2026-11-24 net=JPY_1500005                         | JP-FEE 102100, JP-FEE-ABOVE 102101
            Japan: the first yen above               | payer=JP payee=JP kind=INDIVIDUAL on=2026-11-24 net=JPY_1000005                         | JP-FEE 102100, JP-FEE-ABOVE 1
            Japan: taken back                        | payer=JP payee=JP kind=INDIVIDUAL on=2026-11-24 net=JPY_-1500005                        | JP-FEE -102100, JP-FEE-ABOVE -102101
            Kenya: from 24,000 a month               | payer=KE payee=KE on=2026-11-24 net=KES_24000.00                                        | KE-PROF 1200.00
            Kenya: below                             | payer=KE payee=KE on=2026-11-24 net=KES_23999.99                                        | KE-PROF 0.00
            Kenya: the East African Community        | payer=KE payee=UG on=2026-11-24 net=KES_1000.00                                         | KE-FOREIGN 150.00
            Nigeria: with TIN                        | payer=NG payee=NG on=2026-11-24 net=NGN_1000.00                                         | NG-WHT 50.00
            Nigeria: double without                  | payer=NG payee=NG tin=NONE on=2026-11-24 net=NGN_1000.00                                | NG-WHT 100.00
            Brazil: abroad                           | payer=BR payee=PT on=2026-11-24 net=BRL_1000.00                                         | BR-IRRF 150.00
            Brazil: in a listed tax haven            | payer=BR payee=KY on=2026-11-27 net=BRL_1000.00                                         | BR-IRRF 250.00
            Brazil: the Emirates while listed        | payer=BR payee=AE on=2025-05-12 net=BRL_1000.00                                         | BR-IRRF 250.00
            Brazil: and after                        | payer=BR payee=AE on=2025-05-13 net=BRL_1000.00                                         | BR-IRRF 150.00
            Brazil: the payer bears it               | payer=BR payee=PT bears=PAYER on=2026-11-27 net=BRL_850.00                              | BR-IRRF 150.00
            Brazil: a company's professional fee     | payer=BR payee=BR on=2026-11-27 net=BRL_10000.00                                        | BR-IRRF 150.00, BR-CSRF 465.00
            Brazil: technical, too                   | payer=BR payee=BR income=TECHNICAL on=2026-11-27 net=BRL_1000.00                        | BR-IRRF 15.00, BR-CSRF 46.50
            Brazil: income tax of 10.00 is left      | payer=BR payee=BR on=2026-11-27 net=BRL_666.99                                          | BR-IRRF 0.00, BR-CSRF 31.02
            Brazil: one of 10.01 is kept             | payer=BR payee=BR on=2026-11-27 net=BRL_667.00                                          | BR-IRRF 10.01, BR-CSRF 31.02
            Brazil: contributions of 10.00 are left  | payer=BR payee=BR on=2026-11-27 net=BRL_215.16                                          | BR-IRRF 0.00, BR-CSRF 0.00
            Brazil: those of 10.01 are kept          | payer=BR payee=BR on=2026-11-27 net=BRL_215.17                                          | BR-IRRF 0.00, BR-CSRF 10.01
            Brazil: Simples Nacional                 | payer=BR payee=BR certificate=SIMPLES_NACIONAL on=2026-11-27 net=BRL_10000.00           | ''
            Brazil: the last day of both             | payer=BR payee=BR on=2026-12-31 net=BRL_1000.00                                         | BR-IRRF 15.00, BR-CSRF 46.50
            Viet Nam: two heads                      | payer=VN payee=SG on=2026-11-24 net=VND_1000000                                         | VN-CIT 50000, VN-VAT 50000
            Ghana: income tax and VAT                | payer=GH payee=GH role=VAT_AGENT on=2026-11-24 net=GHS_1000.00 vat=200.00               | GH-WHT 75.00, GH-WVAT 70.00
            Ghana: no VAT, none kept                 | payer=GH payee=GH role=VAT_AGENT on=2026-11-24 net=GHS_1000.00                          | GH-WHT 75.00, GH-WVAT 0.00
            India: over the limit                    | payer=IN payee=IN on=2026-11-24 net=INR_60000.00                                        | IN-PROFESSIONAL 6000.00
            India: at the limit                      | payer=IN payee=IN on=2026-11-24 net=INR_50000.00                                        | IN-PROFESSIONAL 0.00
            India: technical                         | payer=IN payee=IN income=TECHNICAL on=2026-11-24 net=INR_60000.00                       | IN-TECHNICAL 1200.00
            India: without PAN                       | payer=IN payee=IN tin=NONE on=2026-11-24 net=INR_60000.00                               | IN-PROFESSIONAL 12000.00
            India: one contract sum is enough        | payer=IN payee=IN income=CONTRACT_WORK on=2026-11-24 net=INR_30000.01                   | IN-CONTRACT 600.00
            India: cess on top                       | payer=IN payee=US on=2026-03-31 net=INR_1000.00                                         | IN-195 208.00
            India: the Act of 2025 from its first day | payer=IN payee=US on=2026-04-01 net=INR_1000.00                                        | IN-393-2 208.00
            India: credited under the old Act        | payer=IN payee=US credited=2026-03-31 on=2026-04-01 net=INR_1000.00                     | IN-195 208.00
            India: a treaty rate has no cess         | payer=IN payee=US certificate=TREATY percent=15 on=2026-11-26 net=INR_1000.00           | IN-393-2 150.00
            Colombia: abroad                         | payer=CO payee=US on=2026-11-26 net=COP_1000.00                                         | CO-RETENCION 200.00
            Colombia: a listed jurisdiction          | payer=CO payee=HK on=2026-11-26 net=COP_1000.00                                         | CO-RETENCION 350.00
            Mexico: abroad                           | payer=MX payee=US on=2026-11-26 net=MXN_1000.00                                         | MX-ISR 250.00
            Mexico: a preferential regime            | payer=MX payee=US certificate=REFIPRE on=2026-11-26 net=MXN_1000.00                     | MX-ISR 400.00
            GB: labour only, not registered          | payer=GB payee=GB income=CONSTRUCTION materials=0 on=2026-11-26 net=GBP_1000.00         | GB-CIS 300.00
            the Netherlands withhold nothing         | payer=NL payee=US on=2026-11-24 net=EUR_1000.00                                         | ''
            Australia: ABN quoted                    | payer=AU payee=AU on=2026-11-24 net=AUD_1000.00 vat=100.00                              | ''
            a credit note takes its share back       | payer=IT payee=IT kind=INDIVIDUAL on=2026-11-24 net=EUR_-100.00 vat=-22.00              | IT-RITENUTA -20.00
            also of a document by itself             | payer=PE payee=PE kind=INDIVIDUAL on=2026-11-24 net=PEN_-2000.00                        | PE-4TA -160.00
            """)
    void taxes(String what, String facts, String expected) {
        assertThat(Fees.taxes(Fees.parts(facts))).isEqualTo(expected);
    }

    /** Earlier payments of the year as base/taxed, then what this one is taxed on and pays: 10 %, limit 50,000, whole amount. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing before, below            |                                   |  40000.00 |      0.00 |    0.00
            passes: what came before, too    | 2026-05-01 30000/0                |  30000.00 |  60000.00 | 6000.00
            passed before: this one only     | 2026-05-01 60000/60000            |  10000.00 |  10000.00 | 1000.00
            last financial year is another   | 2026-03-31 60000/60000            |  10000.00 |      0.00 |    0.00
            its first day counts             | 2026-04-01 60000/60000            |  10000.00 |  10000.00 | 1000.00
            a credit note after it           | 2026-05-01 60000/60000            | -20000.00 | -20000.00 | -2000.00
            a credit note below it           | 2026-05-01 30000/0                | -20000.00 |      0.00 |    0.00
            no more back than was taxed      | 2026-05-01 30000/10000            | -20000.00 | -10000.00 | -1000.00
            at the limit, not above          | 2026-05-01 30000/0                |  20000.00 |      0.00 |    0.00
            passed, and a credit note: stays | 2026-05-01 60000/60000; 2026-06-01 -20000/-20000 | 5000.00 | 5000.00 | 500.00
            a credit note first: what is left | 2026-05-01 -20000/0               |  60000.00 |      0.00 |    0.00
            a credit note first, and passes  | 2026-05-01 -20000/0               |  80000.00 |  60000.00 | 6000.00
            """)
    void theLimitIsCumulativeAndRetroactive(String what, String before, String net, String taxed, String tax) {
        EarlierPayments earlier = (payee, from, to) -> before(before).stream()
                .filter(one ->
                        !one.countedOn().isBefore(from) && !one.countedOn().isAfter(to))
                .toList();
        var decided = (Withheld.Decided) Fees.of("payer=IN payee=IN on=2026-11-24 net=INR_" + net, earlier);
        Part part = decided.parts().getFirst();
        assertThat(part.taxed().getAmount()).isEqualByComparingTo(taxed);
        assertThat(part.tax().getAmount()).isEqualByComparingTo(tax);
        assertThat(part.steps()).anyMatch(step -> step.startsWith("threshold INR 50000.00 a YEAR_FROM_APRIL"));
    }

    /** Section 393(1) row 6(i): one sum above 30,000 is enough, and so are 100,000 a year. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one small sum                            |                                              |  30000.00 |     0.00
            one above 30,000, the year below 100,000 | 2026-05-01 20000/0                           |  31000.00 | 31000.00
            a small one after a single one           | 2026-05-01 31000/31000                       |  10000.00 |     0.00
            a credit note before it                  | 2026-05-01 -5000/0                           |  31000.00 | 26000.00
            a credit note that is more than it       | 2026-05-01 -50000/0                          |  40000.00 |     0.00
            a credit note after it                   | 2026-05-01 31000/31000                       |  -5000.00 | -5000.00
            the year is passed: the others, too      | 2026-05-01 31000/31000; 2026-06-01 60000/0   |  10000.00 | 70000.00
            """)
    void oneSumIsEnough(String what, String before, String net, String taxed) {
        List<Earlier> earlier = before(before).stream()
                .map(one -> new Earlier(one.document(), "IN-CONTRACT", one.countedOn(), one.base(), one.taxed()))
                .toList();
        var decided = (Withheld.Decided) Fees.of(
                "payer=IN payee=IN income=CONTRACT_WORK on=2026-11-24 net=INR_" + net, (payee, from, to) -> earlier);
        assertThat(decided.parts().getFirst().taxed().getAmount()).isEqualByComparingTo(taxed);
    }

    /** What people read where a limit keeps everything with the payee. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            payer=IN payee=IN on=2026-11-24 net=INR_50000.00                                 | nothing is kept back: the total of the year from 2026-04-01 to 2027-03-31 for IN-PROFESSIONAL, INR 50000.00, is not above the limit of INR 50000.00
            payer=US payee=US kind=INDIVIDUAL tin=NONE on=2026-11-24 net=USD_500.00          | nothing is kept back: the total of the year 2026 for US-NEC, USD 500.00, is below the limit of USD 2000.00
            payer=KE payee=KE on=2026-11-24 net=KES_23999.99                                 | nothing is kept back: the total of 2026-11 for KE-PROF, KES 23999.99, is below the limit of KES 24000.00
            payer=PE payee=PE kind=INDIVIDUAL on=2026-11-24 net=PEN_1500.00                  | nothing is kept back: the total of the document for PE-4TA, PEN 1500.00, is not above the limit of PEN 1500.00
            payer=US payee=US kind=INDIVIDUAL on=2026-11-24 net=USD_500.00                   |
            payer=US payee=US kind=INDIVIDUAL tin=NONE on=2026-11-24 net=USD_2000.00         |
            payer=ES payee=ES kind=INDIVIDUAL on=2026-11-24 net=EUR_1000.00                  |
            """)
    void belowALimitItIsSaidWhichOne(String facts, String below) {
        Part part = Fees.parts(facts).getFirst();
        assertThat(part.below()).isEqualTo(below);
        assertThat(part.steps().stream().anyMatch(step -> step.equals(below))).isEqualTo(below != null);
    }

    /** India's trigger is the earlier of credit and payment, and the limit is that of the year of that day: 1 April begins another. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                                 | credited   | paid       | before                 | taxed
            credited in March, paid in April       | 2026-03-30 | 2026-04-07 | 2025-06-01 60000/60000 | 10000.00
            its year has nothing of the next       | 2026-03-30 | 2026-04-07 | 2026-04-02 60000/60000 | 0.00
            credited and paid in April             | 2026-04-02 | 2026-04-07 | 2025-06-01 60000/60000 | 0.00
            paid in March, before it was credited  | 2026-04-02 | 2026-03-30 | 2025-06-01 60000/60000 | 10000.00
            """)
    void theYearOfTheLimitIsThatOfTheTrigger(String what, String credited, String paid, String before, String taxed) {
        var decided = (Withheld.Decided) Fees.of(
                "payer=IN payee=IN net=INR_10000.00 credited=" + credited + " on=" + paid,
                (payee, from, to) -> before(before));
        Part part = decided.parts().getFirst();
        assertThat(part.taxed().getAmount()).isEqualByComparingTo(taxed);
        assertThat(part.countedOn()).isEqualTo(credited.compareTo(paid) < 0 ? credited : paid);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody said where it was done       | payer=US payee=GB place=unknown on=2026-11-24 net=USD_1000.00                 | PLACE_OF_WORK_UNKNOWN
            no row for a company's fee          | payer=PH payee=PH on=2026-11-24 net=PHP_1000.00                               | WITHHOLDING_UNKNOWN
            Brazil: a person at home            | payer=BR payee=BR kind=INDIVIDUAL on=2026-11-27 net=BRL_1000.00                | WITHHOLDING_UNKNOWN
            Brazil: building work at home       | payer=BR payee=BR income=CONSTRUCTION on=2026-11-27 net=BRL_1000.00            | WITHHOLDING_UNKNOWN
            Brazil: supply of staff at home     | payer=BR payee=BR income=CONTRACT_WORK on=2026-11-27 net=BRL_1000.00           | WITHHOLDING_UNKNOWN
            Brazil: at home in 2027             | payer=BR payee=BR credited=2026-12-30 on=2027-01-01 net=BRL_1000.00            | WITHHOLDING_UNKNOWN
            India: construction from abroad     | payer=IN payee=US income=CONSTRUCTION on=2026-11-24 net=INR_1000.00           | WITHHOLDING_UNKNOWN
            materials are not told              | payer=GB payee=GB income=CONSTRUCTION on=2026-11-24 net=GBP_1000.00           | WITHHOLDING_BASE_UNKNOWN
            a net fee under a limit             | payer=IN payee=IN bears=PAYER on=2026-11-24 net=INR_60000.00                  | WITHHOLDING_BASE_UNKNOWN
            a net fee with VAT under a tax of both | payer=CO payee=US bears=PAYER on=2026-11-24 net=COP_1000000.00 vat=190000.00 | WITHHOLDING_BASE_UNKNOWN
            """)
    void whatNoRowDecidesIsNotPaid(String what, String facts, FindingCode code) {
        assertThat(Fees.of(facts, EarlierPayments.NONE))
                .isInstanceOfSatisfying(
                        Withheld.Open.class, open -> assertThat(open.code()).isEqualTo(code));
    }

    /** gross = net / (1 - r), tax = gross - net: the payee's net is exact whatever the rate. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            payer=SG payee=US kind=INDIVIDUAL | 8400.00 | 9882.35 | 1482.35
            payer=SG payee=US kind=INDIVIDUAL |    0.01 |    0.01 |    0.00
            payer=SG payee=US kind=INDIVIDUAL |  100.00 |  117.65 |   17.65
            payer=SG payee=US kind=COMPANY    |  100.00 |  120.48 |   20.48
            """)
    void aNetFeeIsGrossedUp(String who, String net, String gross, String tax) {
        Part part =
                Fees.parts(who + " bears=PAYER on=2026-11-24 net=SGD_" + net).getFirst();
        assertThat(part.base().getAmount()).isEqualByComparingTo(gross);
        assertThat(part.tax().getAmount()).isEqualByComparingTo(tax);
        assertThat(part.base().minus(part.tax()).getAmount()).isEqualByComparingTo(net);
        assertThat(part.keptBack().isZero())
                .as("nothing is kept back from the payee")
                .isTrue();
    }

    @Test
    void aPayerWithoutAnyRowAsksForALook() {
        assertThat(Fees.of("payer=HK payee=US on=2026-11-24 net=HKD_1000.00", EarlierPayments.NONE))
                .isInstanceOfSatisfying(Withheld.Decided.class, decided -> {
                    assertThat(decided.parts()).isEmpty();
                    assertThat(decided.review()).contains("no row", "HK");
                });
    }

    @Test
    void everyRowNamesItsSourceAndWhatIsUncertainIsMarked() {
        List<WithholdingRule> rules = Fees.SHIPPED.all();
        assertThat(rules).hasSizeGreaterThan(100);
        assertThat(rules).allMatch(rule -> !rule.source().isBlank());
        assertThat(rules.stream().filter(rule -> rule.source().startsWith("own knowledge")))
                .isNotEmpty()
                .allMatch(rule -> rule.confidence() != Confidence.HIGH);
    }

    /** A form is drawn up with what is known now: of each row the version that was recorded last, wherever it stands in the table. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            what ships                                   | 2000 | 2026-11-22 | 2026-12-31 | 2000.00
            a correction that follows                    | 2500 | 2026-11-26 | 2026-12-31 | 2500.00
            an older version that stands behind          | 2500 | 2026-11-20 | 2026-12-31 | 2000.00
            """)
    void aFormHasTheLimitOfTheRowThatWasRecordedLast(
            String what, String limit, LocalDate recorded, LocalDate on, String reportedFrom, @TempDir Path config)
            throws IOException {
        Path rules = config.resolve("tax/withholding-rules.csv");
        Files.createDirectories(rules.getParent());
        String text = Files.readString(Golden.root().resolve("config/tax/withholding-rules.csv"));
        String corrected = text.lines()
                .filter(line -> line.contains(",1099-NEC,") && line.contains(",2000,"))
                .filter(line -> !recorded.toString().equals("2026-11-22"))
                .map(line -> line.replace(",2000,", "," + limit + ",").replace(",2026-11-22,", "," + recorded + ","))
                .collect(Collectors.joining("\n"));
        Files.writeString(rules, text + corrected);
        assertThat(WithholdingFiles.read(config).reportedFrom("1099-NEC", on))
                .hasValueSatisfying(money -> assertThat(money.getAmount()).isEqualByComparingTo(reportedFrom));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            WH-CA-ABROAD,CA,FOREIGN,*,*,*,ABROAD,HOLD | WH-CA-ABROAD,CA,FOREIGN,*,*,*,ABROAD,     | unknown_place
            NET,10,,HALF_UP                           | NET,101,,HALF_UP                          | rate_percent
            WH-IT-COMPANY,IT                          | WH-IT-RITENUTA,IT                         | Two rows have the id and recorded_at WH-IT-RITENUTA and 2026-11-22: lines
            """)
    void aRowThatIsNotAsItMustBeIsRefused(String read, String instead, String says, @TempDir Path config)
            throws IOException {
        Path rules = config.resolve("tax/withholding-rules.csv");
        Files.createDirectories(rules.getParent());
        String text = Files.readString(Golden.root().resolve("config/tax/withholding-rules.csv"));
        assertThat(text).contains(read);
        Files.writeString(rules, text.replace(read, instead));
        assertThatThrownBy(() -> WithholdingFiles.read(config))
                .isInstanceOf(TableError.class)
                .hasMessageContaining(says);
    }

    private static List<Earlier> before(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(WithholdingRulesTest::earlier)
                        .toList();
    }

    private static Earlier earlier(String text) {
        String[] word = text.strip().split("[ /]");
        return new Earlier(
                new UUID(0, 2),
                "IN-PROFESSIONAL",
                LocalDate.parse(word[0]),
                Money.parse("INR " + word[1]),
                Money.parse("INR " + word[2]));
    }
}
