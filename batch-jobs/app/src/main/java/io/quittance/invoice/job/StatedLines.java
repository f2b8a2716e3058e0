package io.quittance.invoice.job;

import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.profile.Profiles;
import io.quittance.stage.QuarantineFolder.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where refused documents of an XML file state which term: their assessment no longer knows it, so the file is read again. */
final class StatedLines {

    private StatedLines() {}

    /** By position; empty for a file that is no XML. */
    static Map<Integer, Map<Term, Long>> of(DeliveredFile file, List<Refused> refused) {
        if (!(InvoiceFiles.open(file, ReadLimits.DEFAULT, Profiles.NONE) instanceof InvoiceFile.Readable readable)) {
            return Map.of();
        }
        return switch (readable.format()) {
            case UBL, CII, PDF, FATTURAPA, KSEF, CFDI -> read(readable, refused);
            case CSV, XLSX, JSON, INV01 -> Map.of();
        };
    }

    private static Map<Integer, Map<Term, Long>> read(InvoiceFile.Readable readable, List<Refused> refused) {
        var lines = new HashMap<Integer, Map<Term, Long>>();
        int passed = 0;
        try (InvoiceFileReader documents = readable.documents()) {
            for (Refused one : refused) {
                documents.skip(one.position() - passed - 1);
                passed = one.position();
                lines.put(
                        passed,
                        switch (documents.next()) {
                            case ReadDocument.Understood understood ->
                                understood.stated().where();
                            case ReadDocument.Refused notRead ->
                                notRead.stated().where();
                        });
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
