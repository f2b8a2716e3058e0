package io.quittance.payment.pain001;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditorReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"RF18539007547034", "RF6518K5"})
    void everyWrongCharacterIsSeen(String reference) {
        assertThat(CreditorReference.matches(reference)).isTrue();
        for (int i = 2; i < reference.length(); i++) {
            char wrong = reference.charAt(i) == '7' ? '8' : '7';
            assertThat(CreditorReference.matches(reference.substring(0, i) + wrong + reference.substring(i + 1)))
                    .isFalse();
        }
    }

    @Test
    void onlyTheElectronicFormCounts() {
        assertThat(CreditorReference.matches("RF18 5390 0754 7034")).isFalse();
        assertThat(CreditorReference.matches("rf18539007547034")).isFalse();
        assertThat(CreditorReference.matches("RF18")).isFalse();
        assertThat(CreditorReference.matches("INV-1")).isFalse();
    }
}
