package io.quittance.invoice.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadDocument.Understood;
import io.quittance.invoice.file.Reading;
import org.junit.jupiter.api.Test;

/** What a line says of its unit (BT-130) and of the days of the work (BG-26, BG-14). */
class JsonWorkedDaysTest {

    @Test
    void readsUnitAndPeriod() {
        InvoiceLine line = line(
                new JsonPage()
                        .with(
                                "\"quantity\": \"10\"",
                                "\"quantity\": \"10\", \"unit\": \"HUR\", \"periodFrom\": \"2026-10-05\", \"periodTo\": \"2026-10-11\""));

        assertThat(line.unit()).isEqualTo("HUR");
        assertThat(line.period()).hasToString("2026-10-05 to 2026-10-11");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        JsonPage page = new JsonPage()
                .with(
                        "\"quantity\": \"10\"",
                        "\"quantity\": \"10\", \"periodFrom\": \"2026-10-05\", \"periodTo\": \"2026-10-04\"");

        assertThat(Reading.findings((Refused) document(page)))
                .singleElement()
                .asString()
                .startsWith("Q112");
    }

    private static InvoiceLine line(JsonPage page) {
        return ((Understood) document(page)).invoice().lines().getFirst();
    }

    private static ReadDocument document(JsonPage page) {
        return Reading.documents(page.file()).getFirst();
    }
}
