package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
            NL | US | --currency KES                                       | held (Q601)     | no ECB rate EUR/KES on or before 2026-11-20
            """)
    void whatCannotBeDecidedIsHeldOrRefusedAndSaysWhy(
            String payer, String supplier, String options, String verdict, String says) {
        String[] parties = {
            "--payer-country", payer, "--contractor-country", supplier, "--net", "1000", "--date", "2026-11-20"
        };
        JsonNode answer = ask(Stream.concat(Arrays.stream(parties), Arrays.stream(options.split(" ")))
                .toArray(String[]::new));
        assertThat(answer.at("/verdict").asString()).as(answer.toPrettyString()).isEqualTo(verdict);
        assertThat(answer.at("/findings/0/message").asString()).contains(says);
        assertThat(answer.at("/postings")).isEmpty();
    }

    /** Of 100,000.00 in the payer's currency; tax.md 5.1. */
    @ParameterizedTest(name = "{0} <- {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            IN-KA | IN-KA | --tin yes                       | INR 10000.00 kept back: 10 % of INR 100000.00
            IN-KA | IN-KA | --tin no                        | INR 20000.00 kept back: 20 % of INR 100000.00
            US    | IN    | --performed-in US               | USD 30000.00 kept back: 30 % of USD 100000.00
            US    | IN    | --tin yes                       | Q731
            IE    | IE    | --service construction --place IE | EUR 35000.00 kept back: 35 % of EUR 100000.00
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

    private static String[] with(String... arguments) {
        return Stream.concat(Stream.of("tax", "what-if"), Arrays.stream(arguments))
                .toArray(String[]::new);
    }

    private Program program() {
        return new Program(folder.resolve("no-such-home"));
    }
}
