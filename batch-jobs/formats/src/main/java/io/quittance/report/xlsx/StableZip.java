package io.quittance.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packs an archive again with a fixed order and fixed times: the same parts give the same bytes. */
public final class StableZip {

    /** The first moment that a ZIP entry can hold. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private StableZip() {}

    /** Content types first, as readers expect; then by name. */
    public static void copy(Path from, OutputStream to) throws IOException {
        var packed = new ZipOutputStream(to);
        try (ZipFile zip = new ZipFile(from.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .sorted(Comparator.comparing(
                                    (ZipEntry entry) -> !entry.getName().equals(CONTENT_TYPES))
                            .thenComparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                var stable = new ZipEntry(entry.getName());
                stable.setTimeLocal(EPOCH);
                packed.putNextEntry(stable);
                try (var part = zip.getInputStream(entry)) {
                    part.transferTo(packed);
                }
                packed.closeEntry();
            }
        }
        packed.finish();
    }
}
