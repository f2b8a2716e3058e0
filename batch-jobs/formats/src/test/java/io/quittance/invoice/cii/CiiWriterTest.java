package io.quittance.invoice.cii;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.file.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiiWriterTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261124})
    void whatIsWrittenIsRead(long seed) {
        GeneratedInvoices.of(seed, 200, false).forEach(invoice -> {
            var file = DeliveredFile.of("a.xml", CiiWriter.write(invoice));
            assertThat(Reading.withoutPlace(
                            Reading.understood(Reading.documents(file).getFirst())))
                    .isEqualTo(invoice);
        });
    }
}
