package io.quittance.withholding.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.testkit.golden.Golden;
import io.quittance.withholding.Part;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers that tax authorities and others published, over the rows that ship. Country, day, amounts and the expected answer are
 * read from worked-examples.csv, where each has its address; beside the id stands only what the example says in other words.
 */
class PublishedWithholdingTest {

    private static final Path EXAMPLES =
            Golden.root().resolve("batch-jobs/core/src/test/resources/io/quittance/tax/worked-examples.csv");
    private static final List<String> COLUMNS = List.of(
            "id,kind,payer_country,contractor_country,entity_status,contractor_standing,service,date,currency,net,vat_charged,expected_treatment,expected_rate,expected_output_tax,expected_input_tax,expected_withheld,expected_boxes,other_input,other_expected,publisher,page,address,quoted_fact,confidence"
                    .split(","));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            IE-02 | income=CONSTRUCTION certificate=RCT_COMPLIANT
            IE-03 | income=CONSTRUCTION certificate=RCT_SUBSTANTIALLY_COMPLIANT
            IE-04 | income=CONSTRUCTION
            IE-06 | role=PSWT_BODY
            IE-09 | income=CONSTRUCTION
            IE-11 | role=PSWT_BODY
            GB-19 | income=CONSTRUCTION materials=800
            GB-20 | income=CONSTRUCTION materials=500 certificate=CIS_REGISTERED
            GB-21 | income=CONSTRUCTION materials=500
            AU-02 | tin=NONE
            AU-03 | tin=NONE
            AU-04 | tin=NONE income=CONSTRUCTION
            AU-05 | tin=NONE
            AU-15 | tin=NONE
            AU-17 | kind=INDIVIDUAL certificate=VOLUNTARY_AGREEMENT
            NZ-05 | certificate=IR330C
            NZ-06 | kind=COMPANY
            NZ-07 | kind=INDIVIDUAL
            NZ-09 | place=AU
            NZ-10 | certificate=EXEMPTION
            SG-01 | kind=INDIVIDUAL
            SG-02 | kind=INDIVIDUAL bears=PAYER
            CA-10 | income=OTHER
            US-01 | kind=INDIVIDUAL tin=NONE
            US-02 | kind=INDIVIDUAL tin=NONE
            US-04 | kind=INDIVIDUAL
            JP-01 | kind=INDIVIDUAL
            JP-02 | kind=INDIVIDUAL
            CL-01 | kind=INDIVIDUAL
            CL-02 | kind=INDIVIDUAL
            CL-03 | kind=INDIVIDUAL
            PE-01 | kind=INDIVIDUAL credited=2014-12-15
            PE-02 | kind=INDIVIDUAL
            PE-03 | kind=INDIVIDUAL
            MX-01 | kind=INDIVIDUAL
            NO-05 | kind=INDIVIDUAL income=PERFORMANCE
            DE-06 | kind=INDIVIDUAL income=PERFORMANCE
            DE-08 | kind=INDIVIDUAL income=PERFORMANCE
            DE-09 | income=CONSTRUCTION
            DE-10 | income=CONSTRUCTION
            DE-11 | income=CONSTRUCTION certificate=EXEMPTION
            BR-03 | kind=COMPANY
            BR-04 | kind=COMPANY
            BR-05 | kind=COMPANY
            """)
    void theAnswerIsThePublishedOne(String id, String facts) throws IOException {
        Row example = example(id);
        String net = orElse(example, "net", "100000.00");
        List<Part> parts = Fees.parts("payer=%s payee=%s on=%s net=%s_%s vat=%s %s"
                .formatted(
                        example.text("payer_country"),
                        example.text("contractor_country"),
                        example.text("date"),
                        example.text("currency"),
                        net,
                        orElse(example, "vat_charged", "0"),
                        facts));
        BigDecimal withheld =
                parts.stream().map(part -> part.tax().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        String published = example.optional("expected_withheld");
        BigDecimal expected = published == null
                ? new BigDecimal(net)
                        .multiply(new BigDecimal(example.text("expected_rate")))
                        .movePointLeft(2)
                : new BigDecimal(published);
        assertThat(withheld).as(Fees.taxes(parts)).isEqualByComparingTo(expected);
    }

    /** BR-06: income tax of a company's professional fee; the contributions are another head. */
    @Test
    void ofSeveralHeads() throws IOException {
        Row example = example("BR-06");
        List<Part> parts =
                Fees.parts("payer=BR payee=BR on=%s net=BRL_%s".formatted(example.text("date"), example.text("net")));
        assertThat(parts.stream()
                        .filter(part -> part.head().equals("BR-IRRF"))
                        .map(part -> part.tax().getAmount()))
                .containsExactly(new BigDecimal(example.text("net"))
                        .multiply(new BigDecimal(example.text("expected_rate")))
                        .movePointLeft(2)
                        .setScale(2, RoundingMode.UNNECESSARY));
    }

    /** KE-01: of 116 with VAT, an appointed agent keeps 2 of VAT; the fee's own tax is another head. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an agent of the tax office keeps VAT, too | role=VAT_AGENT | KE-WVAT 2.00
            nobody else does                          | role=NOBODY    | ''
            """)
    void keptVatIsNoIncomeTax(String what, String role, String retained) {
        List<Part> parts = Fees.parts("payer=KE payee=KE on=2024-01-15 net=KES_100.00 vat=16.00 " + role);
        assertThat(Fees.taxes(parts.stream()
                        .filter(part -> part.head().equals("KE-WVAT"))
                        .toList()))
                .isEqualTo(retained);
    }

    private static String orElse(Row row, String column, String other) {
        String text = row.optional(column);
        return text == null ? other : text;
    }

    private static Row example(String id) throws IOException {
        return Table.read(EXAMPLES, COLUMNS).rows().stream()
                .filter(row -> row.text("id").toUpperCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow();
    }
}
