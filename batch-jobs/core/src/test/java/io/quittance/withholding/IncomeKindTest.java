package io.quittance.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.party.Contract.ServiceKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomeKindTest {

    /** Irish and British rules of construction (RCT, CIS) speak of building work whether or not somebody named the kind of income. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            CONSTRUCTION, CONSTRUCTION
            GENERAL,      PROFESSIONAL
            DIGITAL,      PROFESSIONAL
            LEGAL,        PROFESSIONAL
            LAND,         OTHER
            ADMISSION,    OTHER
            ,             PROFESSIONAL
            """)
    void itFollowsFromTheService(ServiceKind service, IncomeKind income) {
        assertThat(IncomeKind.of(service)).isEqualTo(income);
    }
}
