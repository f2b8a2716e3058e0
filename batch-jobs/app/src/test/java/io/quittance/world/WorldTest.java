package io.quittance.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.party.Iban;
import io.quittance.party.VatId;
import io.quittance.platform.configuration.ConfigDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world is the same every time, and its size is the one that was asked for. */
class WorldTest {

    private static final Path CONFIG =
            Path.of(System.getProperty("quittance.root", "")).resolve("config");

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers(@TempDir Path folder) throws IOException {
        World.of(300, 11).write(CONFIG, folder.resolve("one"));
        World.of(300, 11).write(CONFIG, folder.resolve("again"));
        World.of(300, 12).write(CONFIG, folder.resolve("other"));
        assertThat(bytes(folder.resolve("again"))).isEqualTo(bytes(folder.resolve("one")));
        assertThat(bytes(folder.resolve("other"))).isNotEqualTo(bytes(folder.resolve("one")));
    }

    @Test
    void itHasAsManyDocumentsAsWereAskedFor(@TempDir Path folder) throws IOException {
        World.of(1_234, 1).write(CONFIG, folder);
        int documents = 0;
        for (Path file : ConfigDigest.files(folder.resolve("inbox/invoices")).values()) {
            assertThat(InvoiceFiles.open(DeliveredFile.of(file))).isInstanceOf(InvoiceFile.Readable.class);
            var readable = (InvoiceFile.Readable) InvoiceFiles.open(DeliveredFile.of(file));
            try (var reader = readable.documents()) {
                for (; reader.hasNext(); reader.next()) {
                    documents++;
                }
            }
        }
        assertThat(documents).isEqualTo(1_234);
        assertThat(World.of(1_234, 1).contractors()).isEqualTo(61);
        assertThat(World.of(1, 1).contractors()).isEqualTo(47);
    }

    @Test
    void everyAccountAndVatIdPassesItsChecks() {
        var suppliers = new Suppliers(3, 10_000);
        IntStream.range(0, suppliers.count()).mapToObj(suppliers::get).forEach(supplier -> {
            Origin origin = supplier.origin();
            if (origin.hasIban()) {
                assertThat(Iban.parse(supplier.account()).fault()).isEmpty();
            }
            if (!supplier.vatId().isEmpty()) {
                assertThat(VatId.check(origin.country(), supplier.vatId()).valid())
                        .as(supplier.vatId())
                        .isTrue();
            }
        });
    }

    @Test
    void anEmptyWorldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> World.of(0, 1)).withMessageContaining("at least one");
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        var bytes = new HashMap<String, String>();
        for (var file : ConfigDigest.files(folder).entrySet()) {
            bytes.put(file.getKey(), Files.readString(file.getValue()));
        }
        return bytes;
    }
}
