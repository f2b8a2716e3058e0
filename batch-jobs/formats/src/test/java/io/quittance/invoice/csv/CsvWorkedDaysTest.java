package io.quittance.invoice.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadDocument.Understood;
import io.quittance.invoice.file.Reading;
import org.junit.jupiter.api.Test;

/** What a line says of its unit (BT-130) and of the days of the work (BG-26, BG-14). */
class CsvWorkedDaysTest {

    @Test
    void theColumnsMayBeFilledOrEmpty() {
        InvoiceLine full =
                line(CsvPage.dated().row("unit", "HUR", "period_from", "2026-10-05", "period_to", "2026-10-11"));
        InvoiceLine empty = line(CsvPage.dated().row());

        assertThat(full.unit()).isEqualTo("HUR");
        assertThat(full.period()).hasToString("2026-10-05 to 2026-10-11");
        assertThat(empty.unit()).isNull();
        assertThat(empty.period()).isNull();
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        CsvPage page = CsvPage.dated().row("period_from", "2026-10-05", "period_to", "2026-10-04");

        assertThat(Reading.findings((Refused) document(page)))
                .singleElement()
                .asString()
                .startsWith("Q112")
                .endsWith("period_to");
    }

    private static InvoiceLine line(CsvPage page) {
        return ((Understood) document(page)).invoice().lines().getFirst();
    }

    private static ReadDocument document(CsvPage page) {
        return Reading.documents(page.file()).getFirst();
    }
}
