package io.quittance.invoice.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermNamesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            invoice_gross, BT-112 (invoice_gross), invoice_gross
            vat_category,  BT-118 (vat_category),  vat_category
            BT-118,        BT-118,                 vat_category (BT-118)
            BT-112,        BT-112,                 invoice_gross (BT-112)
            Net,           Net,                    Net
            """)
    void aFieldIsNamedAsItsReaderKnowsIt(String field, String inXml, String inSheet) {
        assertThat(TermNames.inXml(field)).isEqualTo(inXml);
        assertThat(TermNames.inSheet(field)).isEqualTo(inSheet);
    }
}
