package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTest {

    @Test
    void theTaxPointIsTheSupplyDateElseTheInvoiceDate() {
        assertThat(invoice("EUR 10.00", LocalDate.parse("2026-10-31")).taxPoint())
                .isEqualTo("2026-10-31");
        assertThat(invoice("EUR 10.00", null).taxPoint()).isEqualTo("2026-11-02");
    }

    @Test
    void resolvedPartiesMakeTheKey() {
        Invoice resolved = invoice("EUR 10.00", null).between("NL-BV", "C-1");
        assertThat(resolved.key()).isEqualTo(new InvoiceKey("NL-BV", "C-1", DocumentKind.INVOICE, "INV1", 2026));
        assertThat(resolved.between("NL0044", "DE1366")).isEqualTo(invoice("EUR 10.00", null));
    }

    @Test
    void anAmountInAnotherCurrencyIsABug() {
        assertThatThrownBy(() -> invoice("USD 10.00", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An amount of the document is not in EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "S, 21, S, 21.00, true",
        "S, 21, S, 9, false",
        "O,, O, 0, true",
        "Z, 0, E, 0, false",
        "S, 100, S, 1E2, true"
    })
    void ratesAreOneGroupWhateverTheirDecimals(
            VatCategory one, BigDecimal rate, VatCategory other, BigDecimal otherRate, boolean same) {
        assertThat(VatGroup.of(one, rate).equals(VatGroup.of(other, otherRate))).isEqualTo(same);
        assertThat(VatGroup.of(VatCategory.S, new BigDecimal("100.0"))).hasToString("S 100 %");
    }

    @Test
    void aStatedAccountShowsItsLastFourCharactersOnly() {
        assertThat(new StatedAccount("DE89370400440532013000", null)).hasToString("…3000");
        assertThat(new StatedAccount("12", null)).hasToString("…12");
    }

    private static Invoice invoice(String gross, LocalDate supply) {
        Money none = Money.zero(CurrencyUnit.EUR);
        Money ten = Money.parse("EUR 10.00");
        return new Invoice(
                new UUID(0, 1),
                new InvoiceSource("0".repeat(64), "a.csv", 1, 2),
                DocumentKind.INVOICE,
                "inv-001",
                LocalDate.parse("2026-11-02"),
                supply,
                null,
                "NL0044",
                "DE1366",
                "Muster",
                null,
                null,
                null,
                CurrencyUnit.EUR,
                List.of(),
                List.of(new VatBreakdown(VatCategory.AE, null, ten, none)),
                new InvoiceTotals(ten, none, Money.parse(gross), none, none, ten),
                null,
                null,
                null);
    }
}
