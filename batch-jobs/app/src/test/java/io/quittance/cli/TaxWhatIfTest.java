package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Suppositions and what is said to them. The cases of the table were written from tax.md sections 4 and 5, not from the program. */
class TaxWhatIfTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] AMERICAN = {
        "--entity",
        "NL-BV",
        "--contractor-country",
        "US",
        "--service",
        "software",
        "--net",
        "1000",
        "--currency",
        "USD",
        "--date",
        "2026-11-20"
    };

    @TempDir
    Path folder;

    /**
     * {@code AU50}: a payer in Australia who deducts half of its input tax. {@code construction in DE / AE}: on land in Germany,
     * invoiced in category AE. The net is 1,000.00 of the payer's currency.
     */
    @ParameterizedTest(name = "{0} <- {1} {2} {3}: {4}")
    @CsvFileSource(resources = "what-if-cases.csv", numLinesToSkip = 1, delimiter = '|')
    void theTreatmentRateTaxAndBoxesAreThoseOfTheLaw(
            String payer,
            String supplier,
            String standing,
            String service,
            String treatment,
            String rate,
            String charged,
            String selfAssessed,
            String recoverable,
            String boxes) {
        var arguments = new ArrayList<>(List.of(
                "--payer-country",
                payer.replaceFirst("[0-9]+$", ""),
                "--contractor-country",
                supplier,
                "--net",
                "1000",
                "--date",
                "2026-11-20"));
        String percent = payer.replaceFirst("^[A-Z-]+", "");
        if (!percent.isEmpty()) {
            arguments.addAll(List.of("--recovery-percent", percent));
        }
        if (!standing.equals("-")) {
            arguments.addAll(List.of("--contractor-standing", standing));
        }
        String[] claimed = service.split(" / ");
        String[] placed = claimed[0].split(" in ");
        arguments.addAll(List.of("--service", placed[0]));
        if (placed.length > 1) {
            arguments.addAll(List.of("--place", placed[1]));
        }
        if (placed[0].equals("construction")) {
            arguments.addAll(List.of("--buys-as", "builder"));
        }
        if (claimed.length > 1) {
            arguments.addAll(List.of("--category", claimed[1]));
        }
        JsonNode answer = ask(arguments.toArray(String[]::new));
        assertThat(answer.at("/treatment").asString())
                .as(answer.toPrettyString())
                .isEqualTo(treatment);
        assertThat(answer.at("/verdict").asString()).startsWith("accepted");
        JsonNode line = answer.at("/amounts/0");
        assertThat(line.at("/rate").asString()).isEqualTo(rate);
        assertThat(line.at("/charged").asString()).isEqualTo(charged);
        assertThat(line.at("/self_assessed").asString()).isEqualTo(selfAssessed);
        assertThat(line.at("/recoverable").asString()).isEqualTo(recoverable);
        assertThat(boxes(answer)).isEqualTo(boxes);
    }

    @ParameterizedTest(name = "{0} <- {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # payer | supplier | further options                           | verdict         | what the finding says
            NL | DE | --vat-charged 190 --vat-rate 19                      | rejected (Q702) | AE without VAT
            NL | DE | --contractor-vat-id none                             | held (Q705)     | the supplier's VAT id is missing
            NL | DE | --payer-vat-id none                                  | held (Q705)     | the payer's VAT id is missing
            NL | NL | --category S --vat-rate 19                           | held (Q703)     | is not in force in NL
            NL | DE | --contractor-vat-id DE299144071                      | held (Q312)     | the VAT id DE299144071: the check digit 1 does not fit
            CA | CA | --contractor-kind company                            | held (Q712)     | the rate in CA hangs on the state, province or municipality
            NL | NL | --date 2009-12-31                                    | held (Q701)     | no rule before 2010-01-01 for REGISTERED supplier in NL
            NL | NL | --date 1989-12-31                                    | held (Q701)     | no rule before 2010-01-01 for REGISTERED supplier in NL
            AE | AE | --date 2016-12-31                                    | held (Q701)     | no territory AE before 2018-01-01
            DE | DE | --service construction --place DE --category AE       | held (Q710)     | buys_as in contracts.csv
            DE | DE | --service construction --place DE --category AE --buys-as user | held (Q704) | S with VAT
            DE | DE | --service construction --place DE --buys-as builder --vat-rate 19 | rejected (Q702) | UStG s. 13b(2) no. 4
            DE | DE | --service construction --place DE --buys-as user --category AE | held (Q704) | we buy as a user
            DE | DE | --service construction --place DE                | held (Q710)     | buys_as in contracts.csv
            DE | DE | --service construction --place DE --vat-rate 19  | held (Q710)     | buys_as in contracts.csv
            NL | US | --currency KES                                       | held (Q601)     | no ECB rate EUR/KES on or before 2026-11-20
            """)
    void whatCannotBeDecidedIsHeldOrRefusedAndSaysWhy(
            String payer, String supplier, String options, String verdict, String says) {
        String[] parties = {"--payer-country", payer, "--contractor-country", supplier, "--net", "1000"};
        String[] dated = options.contains("--date") ? parties : with(parties, "--date", "2026-11-20");
        JsonNode answer = ask(with(dated, options.split(" ")));
        assertThat(answer.at("/verdict").asString()).as(answer.toPrettyString()).isEqualTo(verdict);
        assertThat(answer.at("/findings/0/message").asString()).contains(says);
        assertThat(answer.at("/postings")).isEmpty();
    }

    /** Of entities and contractors of the example: NL-OPS until 2026-06-30, all of them from 2022 or 2025, C1033 until 2026-08-31. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            NL-OPS | --contractor C1001 --date 2026-07-01                       | Q302 | NL-OPS is active 2022-01-01 to 2026-06-30, not on the invoice date 2026-07-01
            NL-OPS | --contractor C1001 --date 2026-06-30                       |      |
            NL-OPS | --contractor C1001 --date 2026-06-30 --invoiced 2026-07-01 | Q302 | NL-OPS is active 2022-01-01 to 2026-06-30, not on the invoice date 2026-07-01
            NL-BV  | --contractor-country NL --date 2021-12-31                  | Q302 | NL-BV is active from 2022-01-01, not on the invoice date 2021-12-31
            NL-BV  | --contractor C1033 --date 2026-09-01                       | Q304 | C1033 is active 2025-01-01 to 2026-08-31, not on the invoice date 2026-09-01
            NL-BV  | --contractor C1001 --date 2024-12-31                       | Q304 | C1001 is active from 2025-01-01, not on the invoice date 2024-12-31
            """)
    void whoIsNotActiveOnTheDateOfTheInvoiceHoldsIt(String entity, String options, String code, String says) {
        String[] question = {"--entity", entity, "--net", "1000"};
        JsonNode answer = ask(with(question, options.split(" ")));
        assertThat(answer.at("/verdict").asString())
                .as(answer.toPrettyString())
                .isEqualTo(code == null ? "accepted" : "held (" + code + ")");
        assertThat(answer.at("/findings/0/message").asString("")).isEqualTo(says == null ? "" : says);
        assertThat(answer.at("/treatment").asString())
                .as("tax is told nevertheless")
                .isNotEqualTo("none was decided");
    }

    /**
     * Germany had 16 % from 2020-07-01 to 2020-12-31. A credit note of 2021 for a supply of that time has 16 %, and the exchange rate of
     * the invoice; its entry belongs to its own month, and every sign is turned.
     */
    @Test
    void aCreditNoteCopiesTheRatesOfWhatItCorrects() throws IOException {
        Path rates = Files.writeString(folder.resolve("dollars.csv"), """
                source,base,quote,valid_from,valid_to,value
                ECB,EUR,USD,2020-12-15,2020-12-15,1.25
                ECB,EUR,USD,2021-02-10,2021-02-10,1.6
                BMF,EUR,USD,2020-12-01,2020-12-31,1.2
                BMF,EUR,USD,2021-02-01,2021-02-28,1.5
                """);
        String[] question = {
            "--payer-country",
            "DE",
            "--contractor-country",
            "DE",
            "--net",
            "1000",
            "--currency",
            "USD",
            "--date",
            "2021-02-10"
        };
        String[] invoice = with(question, "--rates", rates.toString());
        JsonNode credit = ask(with(invoice, "--kind", "credit-note", "--corrects-date", "2020-12-15"));

        assertThat(credit.at("/title").asString()).contains("PAYER-DE in DE is credited USD 1000.00 by");
        assertThat(credit.at("/verdict").asString()).as(credit.toPrettyString()).isEqualTo("accepted");
        assertThat(credit.at("/corrects").asString()).startsWith("an invoice of 2020-12-15, supplied on 2020-12-15:");
        assertThat(credit.at("/invoice_claims").asString()).isEqualTo("S 16 % with VAT of USD 160.00");
        assertThat(credit.at("/exchange/0/rate").asString()).isEqualTo("0.8");
        assertThat(credit.at("/exchange/0/for_day").asString()).isEqualTo("2020-12-15");
        assertThat(credit.at("/period").asString()).isEqualTo("2021-02");
        assertThat(credit.at("/amounts/1/base").asString()).isEqualTo("-833.33");
        assertThat(credit.at("/amounts/1/recoverable").asString()).isEqualTo("-133.33");
        assertThat(postings(credit))
                .containsExactly(
                        "2100 1160.00 - USD",
                        "1900 - 1160.00 USD",
                        "1900 928.00 - EUR",
                        "6100 - 794.67 EUR",
                        "1510 - 133.33 EUR");

        JsonNode anew = ask(invoice);
        assertThat(anew.at("/invoice_claims").asString()).isEqualTo("S 19 % with VAT of USD 190.00");
        assertThat(anew.at("/exchange/0/rate").asString()).isEqualTo("0.625");
    }

    /** 10 % of INR 100,000.00 were kept back of the invoice; the credit note takes its share back. */
    @Test
    void aCreditNoteTakesItsShareOfTheWithholdingBack() {
        String[] american = {
            "--payer-country",
            "US",
            "--contractor-country",
            "IN",
            "--net",
            "1000",
            "--performed-in",
            "US",
            "--date",
            "2026-11-20"
        };
        assertThat(ask(american).at("/withholding").toString()).contains("USD 300.00 kept back: 30 % of USD 1000.00");
        assertThat(ask(with(american, "--kind", "credit-note", "--corrects-date", "2026-10-20"))
                        .at("/withholding")
                        .toString())
                .contains("USD -300.00 kept back: 30 % of USD -1000.00");
    }

    @Test
    void whatIsRejectedIsNeverPaidAndSoNothingIsWithheld() {
        String[] italian = {
            "--payer-country", "IT", "--contractor-country", "DE", "--net", "1000", "--date", "2026-11-20"
        };
        assertThat(ask(italian).at("/withholding")).isNotEmpty();

        JsonNode answer = ask(with(italian, "--vat-charged", "190", "--vat-rate", "19"));
        assertThat(answer.at("/verdict").asString()).as(answer.toPrettyString()).isEqualTo("rejected (Q702)");
        assertThat(answer.at("/withholding")).isEmpty();
    }

    /** Of 100,000.00 in the payer's currency; tax.md 5.1. */
    @ParameterizedTest(name = "{0} <- {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            IN-KA | IN-KA | --tin yes                       | INR 10000.00 kept back: 10 % of INR 100000.00
            IN-KA | IN-KA | --tin no                        | INR 20000.00 kept back: 20 % of INR 100000.00
            US    | IN    | --performed-in US               | USD 30000.00 kept back: 30 % of USD 100000.00
            US    | IN    | --tin yes                       | Q731
            IE    | IE    | --service construction --place IE --buys-as builder | EUR 35000.00 kept back: 35 % of EUR 100000.00
            """)
    void whatIsWithheldAtPaymentIsTold(String payer, String supplier, String options, String says) {
        String[] parties = {
            "--payer-country", payer, "--contractor-country", supplier, "--net", "100000", "--date", "2026-11-20"
        };
        JsonNode answer = ask(Stream.concat(Arrays.stream(parties), Arrays.stream(options.split(" ")))
                .toArray(String[]::new));
        assertThat(answer.at("/withholding").toString()).contains(says);
    }

    @Test
    void aSmallBusinessIsExemptAcrossTheBorderOnlyWithItsNumber() {
        String[] small = {
            "--payer-country",
            "NL",
            "--contractor-country",
            "DE",
            "--net",
            "1000",
            "--date",
            "2026-11-20",
            "--contractor-standing",
            "franchise",
            "--category",
            "E"
        };
        assertThat(ask(small).at("/treatment").asString()).isEqualTo("EU_SERVICE_RC");
        String[] numbered = Stream.concat(Arrays.stream(small), Stream.of("--ex-number", "DE123EX"))
                .toArray(String[]::new);
        assertThat(ask(numbered).at("/treatment").asString()).isEqualTo("FRANCHISE");
    }

    @Test
    void theWholePageOfAnAmericanContractor() {
        Golden.assertEquals(
                "batch-jobs/app/src/test/resources/io/quittance/cli/what-if-american.txt",
                program().ok(with(AMERICAN)));
    }

    @Test
    void asJsonItHasTheSamePartsWhateverIsDecided() {
        List<String> parts = List.of(
                "supposed", "findings", "steps", "rates", "exchange", "amounts", "boxes", "withholding", "postings");
        JsonNode decided = ask(AMERICAN);
        JsonNode held =
                ask("--payer-country", "NL", "--contractor-country", "DE", "--net", "1", "--contractor-vat-id", "none");
        for (JsonNode answer : List.of(decided, held)) {
            assertThat(parts)
                    .allSatisfy(part ->
                            assertThat(answer.get(part).isArray()).as(part).isTrue());
        }
        assertThat(decided.at("/steps/0").propertyNames()).containsExactly("question", "answer", "basis");
        assertThat(decided.at("/rates/0/row").asString()).isEqualTo("NL-STANDARD-20121001");
        assertThat(decided.at("/exchange/1/conversion").asString()).contains("ECB EUR/USD 2026-11-20");
        assertThat(decided.at("/postings/0").propertyNames())
                .containsExactly("account", "name", "debit", "credit", "currency");
        assertThat(decided.at("/supposed/0").asString()).isEqualTo("the contractor's standing there is none");
    }

    @Test
    void ratesMayBeNamedAndTheOnesThatAreMissingAreSaid() throws IOException {
        Path rates = Files.writeString(folder.resolve("kenya.csv"), """
                source,base,quote,valid_from,valid_to,value
                ECB,EUR,KES,2026-11-20,2026-11-20,150
                """);
        String[] kenyan = {
            "--entity",
            "NL-BV",
            "--contractor-country",
            "KE",
            "--net",
            "15000",
            "--currency",
            "KES",
            "--date",
            "2026-11-20",
            "--rates",
            rates.toString()
        };
        JsonNode answer = ask(kenyan);
        assertThat(answer.at("/amounts/1/base").asString()).isEqualTo("100.00");
        assertThat(answer.at("/exchange_rates").asString()).isEqualTo("1 file that --rates names");
        assertThat(program()
                        .run(with(
                                "--rates",
                                folder.resolve("none").toString(),
                                "--entity",
                                "NL-BV",
                                "--contractor-country",
                                "KE",
                                "--net",
                                "1"))
                        .exit())
                .isEqualTo(66);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --entity NL-XX --contractor-country DE --net 1             | --entity is 'NL-XX'; it must be [GB-LTD, NL-BV, NL-OPS, SG-PTE].
            --entity NL-BV --contractor-country DE --net 1 --service x | --service is 'x'; it must be one of: general (
            --entity NL-BV --contractor-country DE --net 1.001         | at most 2 decimals, as EUR has them
            --entity NL-BV --contractor-country DE --net 0             | --net is '0'; it must be an amount above zero
            --entity NL-BV --net 1                                     | give either --contractor or --contractor-country
            --contractor-country DE --net 1                            | give either --entity or --payer-country
            --entity NL-BV --contractor-country DE --net 1 --date 01.02.2026 | Invalid value for option '--date': '01.02.2026' is no day; write YYYY-MM-DD, such as 2026-11-20
            --entity NL-BV --contractor-country DE --net 1 --invoiced 2026-02-30 | Invalid value for option '--invoiced': '2026-02-30' is no day; write YYYY-MM-DD
            --entity NL-BV --contractor-country DE --net 1 --recovery-percent half | Invalid value for option '--recovery-percent': 'half' is no whole number
            --entity NL-BV --contractor-country DE --net 1 --recovery-percent 101 | --recovery-percent is '101'; it must be 0 to 100
            --payer-country CA --contractor-country US --net 1 --province Ontario | --province is 'Ontario'; it must be one of [AB, BC, MB,
            --payer-country NL --contractor-country US --net 1 --payer-vat-id NL823104176B01 | must be a VAT id of NL, or none: the check digit 6 does not fit
            --entity NL-BV --contractor-country DE --net 1 --kind credit | --kind is 'credit'; it must be invoice or credit-note
            --entity NL-BV --contractor-country DE --net 1 --kind credit-note | give --corrects-date
            --entity NL-BV --contractor-country DE --net 1 --corrects-date 2026-01-01 | --corrects-date is for --kind credit-note
            --entity NL-BV --contractor-country DE --net 1 --nett 2 | Unknown options: '--nett', '2'
            --entity NL-BV --contractor-country DE --net 1 --category X | [s, z, e, ae, k, g, o, l, m]
            """)
    void whatIsNotUnderstoodIsSaidWithWhatIsKnown(String options, String says) {
        Program.Result result = program().run(with(options.split(" ")));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(says);
        assertThat(result.out()).isEmpty();
    }

    /** Started afresh by a class loader that notes what is asked for; the home is a place where nothing can be made. */
    @Test
    void neitherSpringNorDatabaseNorWorkspaceIsNeeded() throws Exception {
        Path home = Files.writeString(folder.resolve("home"), "a file");
        var arguments = new ArrayList<>(List.of("tax", "what-if", "--json"));
        arguments.addAll(List.of(AMERICAN));
        arguments.addAll(List.of(
                "--home",
                home.toString(),
                "--config",
                Program.root().resolve("config").toString()));
        try (var classes = new NotingLoader()) {
            assertThat(classes.run(arguments.toArray(String[]::new))).isEqualTo(0);
            assertThat(classes.asked)
                    .contains("io.quittance.cli.TaxWhatIf")
                    .noneMatch(name -> name.startsWith("org.springframework.boot."))
                    .noneMatch(name -> name.startsWith("org.postgresql."))
                    .noneMatch(name -> name.startsWith("io.quittance.platform.database.Embedded"));
        }
        assertThat(home).hasContent("a file");
    }

    private static String boxes(JsonNode answer) {
        var boxes = new ArrayList<String>();
        answer.at("/boxes")
                .forEach(box -> boxes.add(
                        box.at("/box").asString() + " " + box.at("/of").asString()));
        return boxes.isEmpty() ? "-" : String.join(", ", boxes);
    }

    private JsonNode ask(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(with(arguments)), Stream.of("--json"))
                .toArray(String[]::new);
        return JSON.readTree(program().ok(all));
    }

    private static List<String> postings(JsonNode answer) {
        var postings = new ArrayList<String>();
        answer.at("/postings")
                .forEach(row -> postings.add(Stream.of("account", "debit", "credit", "currency")
                        .map(cell -> row.get(cell).asString(""))
                        .map(cell -> cell.isEmpty() ? "-" : cell)
                        .collect(Collectors.joining(" "))));
        return postings;
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String[] with(String... arguments) {
        return Stream.concat(Stream.of("tax", "what-if"), Arrays.stream(arguments))
                .toArray(String[]::new);
    }

    private Program program() {
        return new Program(folder.resolve("no-such-home"));
    }
}
