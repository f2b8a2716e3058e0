package io.quittance.assessment.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.Likeness;
import io.quittance.assessment.Verdict;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document of C-NEW, whose place is 5, beside another one over the same amount. */
class PageHistoryTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @ParameterizedTest(name = "{0} {1} at {2}, {3}: seen {4}")
    @CsvSource(textBlock = """
            # contractor, number, place, verdict,  seen
            C-NEW,        N-1,    9,     HELD,     true
            C-OLD,        N-1,    9,     HELD,     false
            C-NEW,        N-2,    9,     HELD,     false
            C-NEW,        N-2,    9,     ACCEPTED, true
            C-NEW,        N-2,    1,     HELD,     true
            """)
    void ofLaterDocumentsOnlyAcceptedOnesCountAndTheTwinUnderTheSameId(
            String contractor, String number, long place, Verdict verdict, boolean seen) {
        var history = new PageHistory();
        Invoice own = invoice(1, "C-NEW", "N-1");
        history.since(own.id(), 5);
        history.alike(Likeness.of(invoice(2, contractor, number), verdict), place);

        assertThat(history.alike(own, List.of("C-NEW", "C-OLD"))).hasSize(seen ? 1 : 0);
    }

    private static Invoice invoice(int id, String contractor, String number) {
        Money amount = Money.of(EUR, 150);
        Money none = Money.zero(EUR);
        return new Invoice(
                new UUID(0, id),
                new InvoiceSource("a".repeat(64), "f.csv", id, id, "CSV"),
                DocumentKind.INVOICE,
                number,
                LocalDate.parse("2026-11-02"),
                null,
                null,
                "NL-BV",
                contractor,
                "Muster",
                null,
                null,
                null,
                EUR,
                List.of(),
                List.of(),
                new InvoiceTotals(amount, none, amount, none, none, amount),
                null,
                null,
                null);
    }
}
