package io.quittance.payment.pain001;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(strings = {Orders.NL, Orders.DE, Orders.CH, Orders.GB, Orders.AE, "FR1420041010050500013M02606"})
    void everyWrongDigitAndEverySwapIsSeen(String iban) {
        assertThat(CheckDigits.isIban(iban)).isTrue();
        for (int i = 4; i < iban.length(); i++) {
            char other = Character.isDigit(iban.charAt(i)) ? (char) ('0' + (iban.charAt(i) - '0' + 1) % 10) : 'Z';
            assertThat(CheckDigits.isIban(iban.substring(0, i) + other + iban.substring(i + 1))).isFalse();
        }
        for (int i = 4; i + 1 < iban.length(); i++) {
            if (iban.charAt(i) != iban.charAt(i + 1)) {
                String swapped = iban.substring(0, i) + iban.charAt(i + 1) + iban.charAt(i) + iban.substring(i + 2);
                assertThat(CheckDigits.isIban(swapped)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nl91abna0417164300", "NL91 ABNA 0417 1643 00", "NL01ABNA0417164300", "NL91"})
    void onlyTheElectronicFormCounts(String text) {
        assertThat(CheckDigits.isIban(text)).isFalse();
    }

    @Test
    void creditorReference() {
        assertThat(CheckDigits.isCreditorReference("RF18539007547034")).isTrue();
        assertThat(CheckDigits.isCreditorReference("RF19539007547034")).isFalse();
        assertThat(CheckDigits.isCreditorReference("RF18539007547034 ")).isFalse();
        assertThat(CheckDigits.isCreditorReference("INV-1")).isFalse();
    }
}
