package io.quittance.invoice.json;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema against an independent validator, and the reader against the schema. */
class InvoiceSchemaTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = JsonInvoices.schema().openStream()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    @Test
    void theSchemaIsAJsonSchemaItself() throws IOException {
        try (InputStream in = JsonInvoices.schema().openStream()) {
            var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
            assertThat(meta.validate(new String(in.readAllBytes(), UTF_8), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void ourExamplesAreValid() {
        assertThat(errors(new JsonPage().text())).isEmpty();
        for (boolean vatOnLines : new boolean[] {true, false}) {
            List<Invoice> invoices = GeneratedInvoices.of(11, 100, vatOnLines).toList();
            assertThat(errors(WrittenJson.of(invoices))).isEmpty();
        }
    }

    /** The sample of the reference states a header only: neither takes it. */
    @Test
    void theSchemaNamesWhatTheSampleLacks() throws IOException {
        Assumptions.assumeFalse(Samples.areAbsent());
        String errors = errors(Files.readString(Samples.FOLDER.resolve("own-intake.json")))
                .toString();
        assertThat(errors).contains("lines").contains("buyer").contains("vatBreakdown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # in place of                | stands                                            | both say
            "INV-1"                      | "INV 1/2026 é"                                    | good
            "INV-1"                      | ""                                                | bad
            "INV-1"                      | "  "                                              | bad
            "INV-1"                      | null                                              | bad
            "INV-1"                      | 7                                                 | bad
            "INV-1"                      | "a\\u0007b"                                       | bad
            "INV-1"                      | "a\\u202eb"                                       | bad
            "INV-1",                     | "INV-1", "documentType": "invoice",               | good
            "INV-1",                     | "INV-1", "documentType": "credit_note",           | good
            "INV-1",                     | "INV-1", "documentType": null,                    | good
            "INV-1",                     | "INV-1", "documentType": "credit-note",           | bad
            "INV-1",                     | "INV-1", "documentType": "",                      | bad
            "INV-1",                     | "INV-1", "remark": {"a": [1]},                    | good
            "2026-11-02"                 | "2026-2-11"                                       | bad
            "2026-11-02"                 | "2026-02-30"                                      | bad
            "2026-11-02"                 | "2026-11-02T00:00:00Z"                            | bad
            "2026-12-02"                 | null                                              | good
            "2026-12-02"                 | ""                                                | bad
            "EUR"                        | "eur"                                             | bad
            "EUR"                        | "EURO"                                            | bad
            "id": "C-007", "vatId": "DE123456789",  | "registration": "HRB 1",               | good
            "id": "C-007", "vatId": "DE123456789",  | "id": null,                            | bad
            "id": "C-007", "vatId": "DE123456789",  |                                        | bad
            {"vatId": "DE999999999"}     | {"name": "ACME GmbH"}                             | good
            {"vatId": "DE999999999"}     | {}                                                | bad
            {"vatId": "DE999999999"}     | []                                                | bad
            {"vatId": "DE999999999"}     | null                                              | bad
            "net": "950.00"              | "net": 950                                        | good
            "net": "950.00"              | "net": 9.5e2                                      | good
            "net": "950.00"              | "net": "950.000"                                  | good
            "net": "950.00"              | "net": "0950.00"                                  | good
            "net": "950.00"              | "net": "-950.00", "contract": null                | good?
            "net": "950.00"              | "net": "950,00"                                   | bad
            "net": "950.00"              | "net": "9.5e2"                                    | bad
            "net": "950.00"              | "net": "+950"                                     | bad
            "net": "950.00"              | "net": " 950"                                     | bad
            "net": "950.00"              | "net": ""                                         | bad
            "net": "950.00"              | "net": null                                       | bad
            "net": "950.00"              | "net": true                                       | bad
            "net": "950.00"              | "net": "12345678901234"                           | bad
            "net": "950.00"              | "net": 12345678901234                             | bad
            "net": "950.00"              | "net": 1e80                                       | bad
            "net": "950.00",             |                                                   | bad
            "gross": "1130.50"           | "gross": "1130.50", "due": null, "prepaid": 0     | good
            "gross": "1130.50"           | "gross": "1130.50", "payee": {"account": "1"}     | good
            "gross": "1130.50"           | "gross": "1130.50", "payee": {"bic": "X"}         | bad
            "gross": "1130.50"           | "gross": "1130.50", "payee": "1"                  | bad
            "category": "S", "rate": "19"| "category": "O"                                   | good
            "category": "S", "rate": "19"| "category": "S"                                   | bad
            "category": "S", "rate": "19"| "category": "S", "rate": null                     | bad
            "category": "S", "rate": "19"| "category": "B", "rate": "19"                     | bad
            , "vatCategory": "S", "vatRate": "19" | , "vatCategory": "AE", "vatRate": 0      | good
            , "vatCategory": "S", "vatRate": "19" |                                          | bad
            "number": "1"                | "number": 1                                       | good
            "number": "1"                | "number": true                                    | bad
            "number": "1"                | "number": -1                                      | bad
            "quantity": "10"             | "quantity": "10.1234567890123"                    | bad
            "quantity": "10"             | "quantity": 10.5                                  | good
            "lines": [                   | "lines": [7,                                      | bad
            "lines": [                   | "lines": [], "rest": [                            | bad
            """)
    void readerAndSchemaAgree(String old, String other, String both) {
        String json = new JsonPage().with(old, other == null ? "" : other).text();
        boolean good = both.startsWith("good");
        assertThat(errors(json).isEmpty()).as(() -> "schema: " + errors(json)).isEqualTo(good);
        // A total with another sign is well-formed, and refused for what it means: the schema cannot say that.
        if (!both.endsWith("?")) {
            ReadDocument read = documents(file("a.json", json)).getFirst();
            assertThat(read instanceof ReadDocument.Understood)
                    .as(() -> "reader: " + read)
                    .isEqualTo(good);
        }
    }
}
