package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a payer in Brazil is told before anybody sends an invoice. */
class BrazilWhatIfTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    /** Of BRL 1,000.00, all of it a cost. */
    @ParameterizedTest(name = "{0} <- {1} {2} on {3}: {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # municipality | supplier | service      | date       | verdict     | treatment                        | self   | what the finding says
            3550308        | US       | consulting   | 2026-11-20 | accepted    | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 257.02 | -
            3550308        | KY       | legal        | 2026-12-31 | accepted    | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 257.02 | -
            3550308        | US       | saas         | 2026-11-20 | accepted    | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 233.88 | -
            3550308        | US       | hosting      | 2026-11-20 | accepted    | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 233.88 | -
            3550308        | BR       | consulting   | 2026-11-20 | accepted    | OUT_OF_SCOPE                     | 0.00   | -
            3550308        | BR       | saas         | 2026-11-20 | accepted    | OUT_OF_SCOPE                     | 0.00   | -
            3550308        | BR       | legal        | 2026-11-20 | accepted    | OUT_OF_SCOPE                     | 0.00   | -
            -              | US       | consulting   | 2026-11-20 | held (Q711 Q712) | -                                | -      | the register has BR for the payer
            3550308        | US       | consulting   | 2027-01-01 | held (Q710) | -                                | -      | rows for CBS and IBS
            3550308        | BR       | consulting   | 2027-01-01 | held (Q710) | -                                | -      | rows for CBS and IBS
            """)
    void isToldWhatItOwesOrWhatIsMissing(
            String municipality,
            String supplier,
            String service,
            String date,
            String verdict,
            String treatment,
            String self,
            String says) {
        var arguments = new ArrayList<>(List.of(
                "--payer-country",
                "BR",
                "--contractor-country",
                supplier,
                "--service",
                service,
                "--net",
                "1000",
                "--date",
                date));
        if (municipality != null) {
            arguments.addAll(List.of("--province", municipality));
        }
        JsonNode answer = JSON.readTree(ask(arguments.toArray(String[]::new)));
        assertThat(answer.at("/verdict").asString()).as(answer.toPrettyString()).startsWith(verdict);
        if (says != null) {
            assertThat(answer.at("/findings").toString()).contains(says);
            return;
        }
        assertThat(answer.at("/treatment").asString()).isEqualTo(treatment);
        JsonNode line = answer.at("/amounts/0");
        assertThat(line.at("/self_assessed").asString()).isEqualTo(self);
        assertThat(line.at("/recoverable").asString()).isEqualTo("0.00");
    }

    private String ask(String... arguments) {
        return new Program(folder.resolve("no-such-home"))
                .run(Stream.of(Stream.of("tax", "what-if"), Arrays.stream(arguments), Stream.of("--json"))
                        .flatMap(one -> one)
                        .toArray(String[]::new))
                .out();
    }
}
