package io.quittance.invoice.detection;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.cfdi.CfdiInvoices;
import io.quittance.invoice.cii.CiiInvoices;
import io.quittance.invoice.csv.CsvInvoices;
import io.quittance.invoice.csv.ProfiledCsv;
import io.quittance.invoice.fatturapa.FatturaPa;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.inv01.Inv01Invoices;
import io.quittance.invoice.json.JsonInvoiceFile;
import io.quittance.invoice.json.JsonInvoices;
import io.quittance.invoice.json.JsonSyntax;
import io.quittance.invoice.ksef.KsefInvoices;
import io.quittance.invoice.pdf.PdfInvoices;
import io.quittance.invoice.profile.ColumnProfile;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.RecognisedSheet;
import io.quittance.invoice.ubl.UblInvoices;
import io.quittance.invoice.xlsx.XlsxInvoices;
import io.quittance.text.UnreadableException;
import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** The door for invoice files of every format. */
public final class InvoiceFiles {

    private static final int HEAD = 4096;

    private static final String PDF = "%PDF-";

    /** Of one workbook as it lies there: 300,000 rows have a fifth of it. Its parts have limits of their own. */
    private static final long WORKBOOK_BYTES = 50L << 20;

    /** How files begin that are not text, as Latin-1. */
    private static final Map<String, String> MAGIC =
            Map.of("\u00D0\u00CF\u0011\u00E0", "an old or an encrypted Excel workbook; those are not taken in");

    /** How a ZIP file begins; the workbooks that are taken in are ZIP files. */
    private static final String ZIP = "PK\u0003\u0004";

    /** Invoices in XML that we know and do not read, by the name of their root. */
    private static final Map<String, String> OTHER_ROOTS = Map.of(
            "CrossIndustryInvoice", "a Cross Industry Invoice in another namespace than that of CII D16B",
            "CrossIndustryDocument", "ZUGFeRD 1, which is not taken in; ask for ZUGFeRD 2 or Factur-X",
            "FatturaElettronica", "FatturaPA in another version than 1.2",
            "Faktura", "KSeF in another version than FA(2) and FA(3)",
            "Comprobante", "CFDI in another version than 4.0",
            "Invoice", "an Invoice in another namespace than UBL's",
            "CreditNote", "a CreditNote in another namespace than UBL's");

    /** A syntax in XML: which roots it reads, and how. */
    private record XmlSyntax(Predicate<QName> reads, BiFunction<DeliveredFile, ReadLimits, InvoiceFile> opens) {}

    private static final List<XmlSyntax> XML = List.of(
            new XmlSyntax(UblInvoices::reads, UblInvoices::open),
            new XmlSyntax(CiiInvoices::reads, CiiInvoices::open),
            new XmlSyntax(FatturaPa::reads, FatturaPa::open),
            new XmlSyntax(KsefInvoices::reads, KsefInvoices::open),
            new XmlSyntax(CfdiInvoices::reads, CfdiInvoices::open));

    private static final List<JsonSyntax> JSON = List.of(Inv01Invoices.SYNTAX, JsonInvoices.SYNTAX);

    private InvoiceFiles() {}

    /** The file with its documents, or why it is refused as a whole. */
    public static InvoiceFile open(DeliveredFile file) {
        return open(file, ReadLimits.DEFAULT);
    }

    /** The same within other limits. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits) {
        return open(file, limits, Profiles.NONE);
    }

    /** The same with profiles for sheets that have other columns than ours. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        return CoreRuledReader.of(opened(file, limits, profiles));
    }

    private static InvoiceFile opened(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        String head = head(file);
        if (head.startsWith(PDF)) {
            return openPdf(file, limits);
        }
        for (var magic : MAGIC.entrySet()) {
            if (head.startsWith(magic.getKey())) {
                return notTakenIn(file, "the file is " + magic.getValue());
            }
        }
        if (head.startsWith(ZIP)) {
            return openWorkbook(file, limits, profiles);
        }
        if (SignedEnvelope.isSigned(head)) {
            return notTakenIn(file, "the file is a signed envelope (.p7m): send the XML that is inside it");
        }
        String text = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
        if (text.isBlank()) {
            return nothing(file);
        }
        return switch (text.strip().charAt(0)) {
            case '<' -> openXml(file, limits);
            case '{', '[' -> openJson(file, limits);
            default -> openCsv(file, limits, profiles);
        };
    }

    private static InvoiceFile nothing(DeliveredFile file) {
        String message = file.size() > HEAD ? "the file begins with nothing but blanks" : "the file is empty";
        return InvoiceFile.unreadable(
                Finding.of(FindingCode.FILE_UNREADABLE, Place.of(file.name()), null, "an invoice", message)
                        .withHint("Look whether the file was written to its end, and send it again."));
    }

    private static String head(DeliveredFile file) {
        try (InputStream in = file.open()) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    private static InvoiceFile openWorkbook(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        return file.size() > WORKBOOK_BYTES
                ? tooLarge(file, WORKBOOK_BYTES)
                : XlsxInvoices.open(file, limits, profiles);
    }

    private static InvoiceFile openCsv(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        if (file.size() > limits.csvBytes()) {
            return tooLarge(file, limits.csvBytes());
        }
        return needsNoProfile(file, limits, profiles)
                ? CsvInvoices.open(file, limits)
                : ProfiledCsv.open(file, limits, profiles);
    }

    /** Our own columns have a reader of their own, unless somebody says that they are others. */
    private static boolean needsNoProfile(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        boolean declared =
                profiles.named() != null || profiles.declared(file.name()).isPresent();
        boolean ours =
                profiles.declared(file.name()).filter(ColumnProfile::isOurs).isPresent();
        return profiles.all().isEmpty() || ((ours || !declared) && ProfiledCsv.isOurs(file, limits, profiles));
    }

    /** What a sheet's columns are taken for, without reading its documents. Empty for files that need no profile. */
    public static Optional<RecognisedSheet> recognise(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        try {
            if (head(file).startsWith(ZIP)) {
                return Optional.of(XlsxInvoices.recognise(file, profiles));
            }
            return needsNoProfile(file, limits, profiles)
                    ? Optional.empty()
                    : Optional.of(ProfiledCsv.recognise(file, limits, profiles));
        } catch (UnreadableException e) {
            return Optional.of(new RecognisedSheet.Refused(Findings.of(e.finding(file.name()))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    private static InvoiceFile openPdf(DeliveredFile file, ReadLimits limits) {
        return file.size() > limits.xml().bytes()
                ? tooLarge(file, limits.xml().bytes())
                : PdfInvoices.open(file, limits, InvoiceFiles::openXml);
    }

    private static InvoiceFile openJson(DeliveredFile file, ReadLimits limits) {
        return file.size() > limits.csvBytes()
                ? tooLarge(file, limits.csvBytes())
                : JsonInvoiceFile.open(file, limits, JSON);
    }

    /** By the root element: a comment of several kilobytes may stand before it. */
    private static InvoiceFile openXml(DeliveredFile file, ReadLimits limits) {
        if (file.size() > limits.xml().bytes()) {
            return tooLarge(file, limits.xml().bytes());
        }
        try (InputStream in = file.open()) {
            var xml = SecureXml.reader(in, limits.xml(), XmlEncoding.ANY);
            xml.nextTag();
            QName root = xml.getName();
            for (XmlSyntax syntax : XML) {
                if (syntax.reads().test(root)) {
                    return syntax.opens().apply(file, limits);
                }
            }
            return notTakenIn(file, root(root));
        } catch (XMLStreamException e) {
            return InvoiceFile.unparseableXml(SecureXml.finding(file.name(), e));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    private static String root(QName root) {
        String known = OTHER_ROOTS.getOrDefault(root.getLocalPart(), "no invoice that we know");
        return "the root element is " + FieldReader.shown(root.getLocalPart()) + ": " + known;
    }

    private static InvoiceFile notTakenIn(DeliveredFile file, String why) {
        String expected = "a format of docs/reference/intake-formats.md";
        return InvoiceFile.unreadable(
                Finding.of(FindingCode.FILE_FORMAT_UNKNOWN, Place.of(file.name()), null, expected, why));
    }

    private static InvoiceFile unreadable(DeliveredFile file, String why) {
        return InvoiceFile.unreadable(
                Finding.of(FindingCode.FILE_UNREADABLE, Place.of(file.name()), null, "an invoice", why));
    }

    private static InvoiceFile tooLarge(DeliveredFile file, long limit) {
        return InvoiceFile.unreadable(
                UnreadableException.tooLarge("bytes", limit, 0, 0).finding(file.name()));
    }
}
