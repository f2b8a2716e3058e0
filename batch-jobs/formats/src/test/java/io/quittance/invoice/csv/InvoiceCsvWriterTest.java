package io.quittance.invoice.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.file.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceCsvWriterTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261124})
    void whatIsWrittenIsRead(long seed) throws IOException {
        List<Invoice> invoices = GeneratedInvoices.of(seed, 200, true).toList();
        byte[] bytes = write(invoices);
        var read = Reading.documents(DeliveredFile.of("a.csv", bytes)).stream()
                .map(document -> Reading.withoutPlace(Reading.understood(document)))
                .toList();
        assertThat(read).isEqualTo(invoices);
        assertThat(write(invoices)).as("the same bytes again").isEqualTo(bytes);
    }

    @Test
    void writesTheRowsThatAReaderExpects() throws IOException {
        String page = new CsvPage()
                .row()
                .row("line_number", "2", "net_amount", "0.00", "vat_amount", "0.00", "quantity", "0")
                .text();
        Invoice invoice = Reading.understood(
                Reading.documents(Reading.file("a.csv", page)).getFirst());
        assertThat(new String(write(List.of(invoice)), UTF_8)).isEqualTo(page);
    }

    @Test
    void forSpreadsheetsNoTextIsAFormulaAndAnAmountStaysANumber() throws IOException {
        String page =
                new CsvPage().row("contractor_name", "=1+1", "quantity", "-1").text();
        Invoice invoice = Reading.understood(
                Reading.documents(Reading.file("a.csv", page)).getFirst());
        var out = new ByteArrayOutputStream();
        try (var writer = InvoiceCsvWriter.forSpreadsheets(out)) {
            writer.write(invoice);
        }
        assertThat(out.toString(UTF_8)).contains(",'=1+1,").contains(",-1,").doesNotContain("'-1");
    }

    @Test
    void refusesWhatItsColumnsCannotSay() {
        List<Invoice> withoutLineVat = GeneratedInvoices.of(1, 1, false).toList();
        assertThatThrownBy(() -> write(withoutLineVat)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] write(List<Invoice> invoices) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = InvoiceCsvWriter.exact(out)) {
            invoices.forEach(writer::write);
        }
        return out.toByteArray();
    }
}
