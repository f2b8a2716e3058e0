package io.quittance.invoice.pdf;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a PDF that carries its invoice as XML inside. */
public final class PdfInvoices {

    /** The names that the invoice goes by, the newest first: Factur-X, ZUGFeRD 2, ZUGFeRD 1 and 2.0, XRechnung. */
    private static final List<String> NAMES = List.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml");

    private static final String XML_IN_PDF = "a PDF with the invoice as XML inside (Factur-X, ZUGFeRD 2)";

    private static final String SEND_AGAIN = "Send the PDF again, whole and without a password, or the invoice as XML.";

    private PdfInvoices() {}

    /**
     * The document of the XML inside, or why the PDF is refused as a whole.
     *
     * @param xml opens the XML inside in whatever syntax it is
     */
    public static InvoiceFile open(
            DeliveredFile file, ReadLimits limits, BiFunction<DeliveredFile, ReadLimits, InvoiceFile> xml) {
        try {
            return open(file, limits, xml, embedded(file, limits));
        } catch (UnreadableException e) {
            Finding finding = e.finding(file.name());
            return unreadable(finding.code() == FindingCode.FILE_UNREADABLE ? finding.withHint(SEND_AGAIN) : finding);
        }
    }

    /** The XML that {@link #open} reads, for whoever has to see it himself; none where the PDF is refused without reading it. */
    public static Optional<DeliveredFile> invoiceInside(DeliveredFile pdf, ReadLimits limits) {
        try {
            List<EmbeddedFile> candidates = candidates(embedded(pdf, limits));
            return candidates.isEmpty() || !candidates.getFirst().readable() || isDisputed(candidates)
                    ? Optional.empty()
                    : Optional.of(inside(pdf, candidates.getFirst()));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static InvoiceFile open(
            DeliveredFile file,
            ReadLimits limits,
            BiFunction<DeliveredFile, ReadLimits, InvoiceFile> xml,
            List<EmbeddedFile> embedded) {
        List<EmbeddedFile> candidates = candidates(embedded);
        if (candidates.isEmpty()) {
            return unreadable(withoutXml(file, embedded));
        }
        DeliveredFile inside = inside(file, candidates.getFirst());
        if (!candidates.getFirst().readable()) {
            return unreadable(oddlyStored(inside));
        }
        if (isDisputed(candidates)) {
            return unreadable(severalOfOneName(inside));
        }
        return switch (xml.apply(inside, limits)) {
            case InvoiceFile.Unreadable(String syntax, Findings why) ->
                new InvoiceFile.Unreadable(syntax.isEmpty() ? "PDF" : "PDF/" + syntax, why);
            case InvoiceFile.Readable readable ->
                new InvoiceFile.Readable(
                        InvoiceFormat.PDF,
                        candidates.size() == 1 ? readable.warnings() : severalInvoices(inside, candidates),
                        new InsidePdf(readable.documents(), file));
        };
    }

    /** Its documents are those of the PDF, its places name both. */
    private static DeliveredFile inside(DeliveredFile pdf, EmbeddedFile invoice) {
        String name = pdf.name() + " (" + FieldReader.shown(invoice.name()) + ")";
        return new DeliveredFile(name, pdf.sha256(), invoice.stored().length, invoice::open);
    }

    private static Finding oddlyStored(DeliveredFile inside) {
        return Finding.of(
                        FindingCode.FILE_UNREADABLE,
                        Place.of(inside.name()),
                        null,
                        "no compression but Flate",
                        "the embedded file is stored in a way that is not read")
                .withHint("Ask for the invoice as XML.");
    }

    private static List<EmbeddedFile> embedded(DeliveredFile file, ReadLimits limits) throws UnreadableException {
        byte[] bytes = bytes(file, limits.xml().bytes());
        Expansion.check(bytes);
        try (PDDocument pdf = Loader.loadPDF(
                new RandomAccessReadBuffer(bytes), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (pdf.isEncrypted()) {
                throw encrypted();
            }
            return EmbeddedFiles.of(pdf, bytes.length);
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The bytes are in memory: it is the PDF that is broken, which the library says with exceptions of every
            // kind.
            throw new UnreadableException(FindingCode.FILE_UNREADABLE, 0, 0, XML_IN_PDF, "the PDF is damaged");
        }
    }

    private static byte[] bytes(DeliveredFile file, long limit) throws UnreadableException {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw UnreadableException.tooLarge("bytes", limit, 0, 0);
            }
            return bytes;
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    private static UnreadableException encrypted() {
        return new UnreadableException(
                FindingCode.FILE_UNREADABLE, 0, 0, "a PDF without password or protection", "the PDF is encrypted");
    }

    /** Those with a name that an invoice goes by, in the order of the names. */
    private static List<EmbeddedFile> candidates(List<EmbeddedFile> embedded) {
        var candidates = new ArrayList<EmbeddedFile>();
        for (String name : NAMES) {
            embedded.stream().filter(file -> file.isNamed(name)).forEach(candidates::add);
        }
        return candidates;
    }

    /** Two files of the first name that are not the same: which one is read would be a matter of luck. */
    private static boolean isDisputed(List<EmbeddedFile> candidates) {
        EmbeddedFile first = candidates.getFirst();
        return candidates.stream()
                .filter(other -> other.isNamed(first.name()))
                .anyMatch(other -> !Arrays.equals(other.stored(), first.stored()));
    }

    private static Finding withoutXml(DeliveredFile file, List<EmbeddedFile> embedded) {
        String found = embedded.isEmpty()
                ? "the PDF holds no file"
                : "the PDF holds no invoice, only "
                        + FieldReader.shown(
                                embedded.stream().map(EmbeddedFile::name).collect(Collectors.joining(", ")));
        return Finding.of(FindingCode.FILE_FORMAT_UNKNOWN, Place.of(file.name()), null, XML_IN_PDF, found)
                .withHint("Ask for the invoice as XML or as Factur-X; what is drawn on a page is not read.");
    }

    private static Finding severalOfOneName(DeliveredFile inside) {
        return Finding.of(
                        FindingCode.HEADER_FIELDS_DISAGREE,
                        Place.of(inside.name()),
                        null,
                        "one invoice in a PDF",
                        "the PDF holds different files of this name")
                .withHint("Ask for a PDF with one invoice inside.");
    }

    private static Findings severalInvoices(DeliveredFile inside, List<EmbeddedFile> candidates) {
        String names = candidates.stream().map(EmbeddedFile::name).collect(Collectors.joining(", "));
        return Findings.of(new Finding(
                FindingCode.HEADER_FIELDS_DISAGREE,
                Severity.WARN,
                Place.of(inside.name()),
                FieldReader.shown(names),
                "one invoice in a PDF",
                "the PDF holds several invoices, " + FieldReader.shown(names) + ": the first is read",
                "Check that they are the same invoice."));
    }

    private static InvoiceFile unreadable(Finding reason) {
        return new InvoiceFile.Unreadable("PDF", Findings.of(reason));
    }
}
