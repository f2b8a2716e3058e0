package io.quittance.invoice.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.file.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UblWriterTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261124})
    void whatIsWrittenIsRead(long seed) {
        GeneratedInvoices.of(seed, 200, false).forEach(invoice -> {
            byte[] bytes = UblBytes.of(invoice);
            var document = Reading.documents(DeliveredFile.of("a.xml", bytes)).getFirst();
            assertThat(Reading.withoutPlace(Reading.understood(document))).isEqualTo(invoice);
            assertThat(UblBytes.of(invoice)).as("the same bytes again").isEqualTo(bytes);
        });
    }
}
