package io.quittance.invoice.cii;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadDocument.Understood;
import io.quittance.invoice.file.Reading;
import org.junit.jupiter.api.Test;

/** What a line says of its unit (BT-130) and of the days of the work (BG-26, BG-14). */
class CiiWorkedDaysTest {

    private static final String PERIOD = "<a:BillingSpecifiedPeriod>"
            + "<a:StartDateTime><u:DateTimeString format=\"102\">20261005</u:DateTimeString></a:StartDateTime>"
            + "<a:EndDateTime><u:DateTimeString format=\"102\">20261011</u:DateTimeString></a:EndDateTime>"
            + "</a:BillingSpecifiedPeriod>";

    @Test
    void theUnitIsTheCodeOfTheQuantity() {
        assertThat(line(new CiiPage()).unit()).isEqualTo("HUR");
    }

    @Test
    void thePeriodIsThatOfTheLineElseOfTheDocument() {
        Period document = line(new CiiPage()
                        .before("<a:SpecifiedTradePaymentTerms>", PERIOD.replace("20261005", "20261001")))
                .period();
        Period own = line(new CiiPage().before("<a:SpecifiedTradeSettlementLineMonetarySummation>", PERIOD))
                .period();

        assertThat(document).hasToString("2026-10-01 to 2026-10-11");
        assertThat(own).hasToString("2026-10-05 to 2026-10-11");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        CiiPage page = new CiiPage()
                .before("<a:SpecifiedTradeSettlementLineMonetarySummation>", PERIOD.replace("20261011", "20261004"));

        assertThat(Reading.findings((Refused) document(page)))
                .singleElement()
                .asString()
                .startsWith("Q112 inv.xml");
    }

    private static InvoiceLine line(CiiPage page) {
        return ((Understood) document(page)).invoice().lines().getFirst();
    }

    private static ReadDocument document(CiiPage page) {
        return Reading.documents(page.file()).getFirst();
    }
}
