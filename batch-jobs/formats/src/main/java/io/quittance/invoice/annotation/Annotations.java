package io.quittance.invoice.annotation;

import io.quittance.invoice.profile.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes refused documents of a sheet again, in its own format, with what was found about them. */
public final class Annotations {

    private Annotations() {}

    /** How the file's name ends: {@code .annotated.xlsx}. */
    public static String ending(Sheet sheet) {
        return switch (sheet.format()) {
            case XLSX -> ".annotated.xlsx";
            default -> ".annotated.csv";
        };
    }

    /**
     * Writes header and documents; the same ones give the same bytes. The stream stays open.
     *
     * @param documents one after another, each asked for once
     */
    public static void write(Sheet sheet, Iterator<Annotated> documents, OutputStream out) throws IOException {
        switch (sheet.format()) {
            case XLSX -> new AnnotatedBook(sheet).write(documents, out);
            default -> AnnotatedText.write(sheet, documents, out);
        }
    }
}
