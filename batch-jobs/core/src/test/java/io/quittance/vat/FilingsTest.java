package io.quittance.vat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.tax.Filing;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes too late goes into the next open period, and says where it comes from. */
class FilingsTest {

    private static final Filings FILINGS = Filings.of(
            ReturnBoxes.of(List.of()),
            List.of(
                    closed("NL-BV", "NL", "2026-09"),
                    closed("NL-BV", "NL", "2026-10"),
                    closed("GB-LTD", "GB", "2026-Q3")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # entity, territory, tax point,  due,        period,     late
            NL-BV,    NL,        2026-11-01, 2026-11-01, 2026-11-01, false
            NL-BV,    NL,        2026-10-31, 2026-10-01, 2026-11-01, true
            NL-BV,    NL,        2026-09-01, 2026-09-01, 2026-11-01, true
            NL-BV,    NL,        2026-08-31, 2026-08-01, 2026-08-01, false
            NL-OPS,   NL,        2026-10-31, 2026-10-01, 2026-10-01, false
            NL-BV,    DE,        2026-10-31, 2026-10-01, 2026-10-01, false
            GB-LTD,   GB,        2026-07-15, 2026-07-01, 2026-10-01, true
            """)
    void theFirstOpenPeriod(
            String entity, String territory, LocalDate taxPoint, LocalDate due, LocalDate period, boolean late) {
        Filing filing = FILINGS.filing(
                entity, territory, Treatment.DOMESTIC_TAXABLE, new BigDecimal("21"), Filings.Days.of(taxPoint));

        assertThat(filing.due()).isEqualTo(due);
        assertThat(FILINGS.openMonth(entity, territory, due)).isEqualTo(period);
        assertThat(filing.reason() != null).isEqualTo(late);
        assertThat(filing.boxRow()).isNull();
    }

    private static ClosedPeriod closed(String entity, String jurisdiction, String period) {
        return new ClosedPeriod(entity, jurisdiction, Period.parse(period).orElseThrow());
    }
}
