package io.quittance.invoice.pdf;

import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The files inside a PDF (ISO 32000-1 7.11.4), found by the tree of names and by the associated files of the document (ISO 32000-2
 * 14.13), each once. They are looked up in the objects themselves: a tree with a loop in it must end.
 */
final class EmbeddedFiles {

    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
    private static final int MOST = 1_000;

    private final List<EmbeddedFile> files = new ArrayList<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** How many bytes of files there can still be. */
    private int left;

    private EmbeddedFiles(int pdfBytes) {
        this.left = pdfBytes;
    }

    /** @param pdfBytes of the whole PDF: files that have more bytes than it must lie over each other */
    static List<EmbeddedFile> of(PDDocument pdf, int pdfBytes) throws IOException {
        var found = new EmbeddedFiles(pdfBytes);
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            found.tree(names.getCOSDictionary(COSName.EMBEDDED_FILES));
        }
        COSArray associated = catalog.getCOSArray(ASSOCIATED_FILES);
        for (int i = 0; associated != null && i < Math.min(associated.size(), MOST); i++) {
            found.specification(associated.getObject(i));
        }
        return found.files;
    }

    /** Without calling itself: the depth of a tree is the sender's choice. */
    private void tree(@Nullable COSDictionary top) throws IOException {
        var open = new ArrayList<COSBase>();
        if (top != null) {
            open.add(top);
        }
        while (!open.isEmpty() && seen.size() < MOST) {
            if (open.removeLast() instanceof COSDictionary node && seen.add(node)) {
                COSArray pairs = node.getCOSArray(COSName.NAMES);
                for (int i = 1; pairs != null && i < Math.min(pairs.size(), 2 * MOST); i += 2) {
                    specification(pairs.getObject(i));
                }
                COSArray kids = node.getCOSArray(COSName.KIDS);
                for (int i = 0; kids != null && i < Math.min(kids.size(), MOST); i++) {
                    open.add(kids.getObject(i));
                }
            }
        }
    }

    private void specification(@Nullable COSBase specification) throws IOException {
        if (!(specification instanceof COSDictionary file) || files.size() >= MOST) {
            return;
        }
        COSDictionary embedded = file.getCOSDictionary(COSName.EF);
        if (embedded == null) {
            return;
        }
        COSStream stream = embedded.getCOSStream(COSName.UF);
        stream = stream == null ? embedded.getCOSStream(COSName.F) : stream;
        if (stream != null && seen.add(stream)) {
            files.add(embedded(name(file), stream));
        }
    }

    private static String name(COSDictionary file) {
        String name = file.getString(COSName.UF);
        name = name == null ? file.getString(COSName.F) : name;
        name = name == null ? "" : name;
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private EmbeddedFile embedded(String name, COSStream stream) throws IOException {
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray several && several.size() == 1) {
            filter = several.getObject(0);
        }
        boolean plain = filter == null || filter instanceof COSArray none && none.size() == 0;
        boolean deflated = COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
        boolean readable = plain || deflated && stream.getItem(COSName.DECODE_PARMS) == null;
        try (InputStream in = stream.createRawInputStream()) {
            byte[] stored = in.readNBytes(left + 1);
            left -= stored.length;
            if (left < 0) {
                throw UnreadableException.tooLarge("bytes of embedded files", stored.length + left, 0, 0);
            }
            return new EmbeddedFile(name, stored, deflated, readable);
        }
    }
}
