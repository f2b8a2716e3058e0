package io.quittance.invoice.pdf;

import io.quittance.invoice.file.DeliveredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** A PDF of one empty page with files inside, built object by object. */
public final class PdfPage {

    /** Writes the bytes of an embedded file before they are compressed. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final PDDocument pdf = new PDDocument();
    private final COSArray names = new COSArray();
    private final COSArray associated = new COSArray();

    PdfPage() {
        pdf.addPage(new PDPage());
    }

    /** A PDF with one file inside, found by its name. */
    public static byte[] with(String name, byte[] content) {
        return new PdfPage().named(name, content).bytes();
    }

    /** A file in the tree of names. */
    PdfPage named(String name, byte[] content) {
        return named(name, stream(out -> out.write(content), COSName.FLATE_DECODE));
    }

    PdfPage named(String name, COSStream stream) {
        names.add(new COSString(name));
        names.add(specification(name, stream));
        return this;
    }

    /** A file among those associated with the document. */
    PdfPage associated(String name, COSStream stream) {
        associated.add(specification(name, stream));
        return this;
    }

    /** Bytes compressed by these filters. */
    COSStream stream(Content content, COSBase filters) {
        COSStream stream = pdf.getDocument().createCOSStream();
        try (OutputStream out =
                filters == COSName.NONE ? stream.createRawOutputStream() : stream.createOutputStream(filters)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream;
    }

    private static COSDictionary specification(String name, COSStream stream) {
        var embedded = new COSDictionary();
        embedded.setItem(COSName.F, stream);
        var specification = new COSDictionary();
        specification.setItem(COSName.TYPE, COSName.FILESPEC);
        specification.setString(COSName.UF, name);
        specification.setItem(COSName.EF, embedded);
        return specification;
    }

    /** The tree of names with itself among its branches. */
    PdfPage withLoop() {
        tree().setItem(COSName.KIDS, new COSArray(List.of(tree())));
        return this;
    }

    private COSDictionary tree() {
        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        COSDictionary all = catalog.getCOSDictionary(COSName.NAMES);
        if (all == null) {
            all = new COSDictionary();
            catalog.setItem(COSName.NAMES, all);
        }
        COSDictionary tree = all.getCOSDictionary(COSName.EMBEDDED_FILES);
        if (tree == null) {
            tree = new COSDictionary();
            tree.setItem(COSName.NAMES, names);
            all.setItem(COSName.EMBEDDED_FILES, tree);
        }
        return tree;
    }

    PdfPage encrypted(String userPassword) {
        var policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        try {
            pdf.protect(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The whole PDF; afterwards the page is used up. */
    byte[] bytes() {
        return bytes(CompressParameters.NO_COMPRESSION);
    }

    /** The same with its objects in compressed streams, as PDF 1.5 and newer have it. */
    byte[] compressed() {
        return bytes(CompressParameters.DEFAULT_COMPRESSION);
    }

    private byte[] bytes(CompressParameters compression) {
        if (names.size() > 0) {
            tree();
        }
        if (associated.size() > 0) {
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
        }
        var out = new ByteArrayOutputStream();
        try (pdf) {
            pdf.setDocumentId(1L);
            pdf.save(out, compression);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    DeliveredFile file() {
        return DeliveredFile.of("scan.pdf", bytes());
    }
}
