package io.quittance.invoice.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadDocument.Understood;
import io.quittance.invoice.file.Reading;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a line says of its unit (BT-130) and of the days of the work (BG-26, BG-14). */
class UblWorkedDaysTest {

    private static final String OF_DOCUMENT =
            "<a:InvoicePeriod><b:StartDate>2026-10-01</b:StartDate><b:EndDate>2026-10-31</b:EndDate></a:InvoicePeriod>";
    private static final String OF_LINE =
            "<a:InvoicePeriod><b:StartDate>2026-10-05</b:StartDate><b:EndDate>2026-10-11</b:EndDate></a:InvoicePeriod>";

    @Test
    void theUnitIsTheCodeOfTheQuantity() {
        assertThat(line(new UblPage()).unit()).isEqualTo("HUR");
        assertThat(line(new UblPage()).period()).isNull();
    }

    @Test
    void thePeriodIsThatOfTheLineElseOfTheDocument() {
        UblPage document = new UblPage().before("<a:AccountingSupplierParty>", OF_DOCUMENT);

        assertThat(line(document)).hasFieldOrPropertyWithValue("period", new Period(day(1), day(31)));
        assertThat(line(document.before("<a:Item>", OF_LINE)).period()).isEqualTo(new Period(day(5), day(11)));
    }

    @Test
    void oneEndIsNoPeriod() {
        UblPage page = new UblPage()
                .before(
                        "<a:AccountingSupplierParty>",
                        "<a:InvoicePeriod><b:EndDate>2026-10-31</b:EndDate></a:InvoicePeriod>");

        assertThat(line(page).period()).isNull();
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        UblPage page = new UblPage().before("<a:Item>", OF_LINE.replace("2026-10-11", "2026-10-04"));

        assertThat(Reading.findings((Refused) document(page))).containsExactly("Q112 inv.xml:33 BT-135");
    }

    @Test
    void aPriceForAnotherNumberOfPiecesHasNoUnit() {
        UblPage page =
                new UblPage().with("95.00</b:PriceAmount>", "285.00</b:PriceAmount><b:BaseQuantity>3</b:BaseQuantity>");

        assertThat(line(page).unit()).isNull();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 10, day);
    }

    private static InvoiceLine line(UblPage page) {
        return ((Understood) document(page)).invoice().lines().getFirst();
    }

    private static ReadDocument document(UblPage page) {
        return Reading.documents(page.file()).getFirst();
    }
}
