package io.quittance.invoice.xlsx;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.ProfiledInvoices;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.Profiles.Choice;
import io.quittance.invoice.profile.Profiles.Splitting;
import io.quittance.invoice.profile.RecognisedSheet;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a workbook: the one visible sheet whose header is that of a profile. */
public final class XlsxInvoices {

    private XlsxInvoices() {}

    /** The file with its documents, or why it is refused as a whole. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        try {
            return switch (recognise(file, profiles)) {
                case RecognisedSheet.Refused refused -> new InvoiceFile.Unreadable(refused.findings());
                case RecognisedSheet.Known known ->
                    ProfiledInvoices.open(file, limits, known.sheet(), known.recognition());
            };
        } catch (UnreadableException e) {
            return InvoiceFile.unreadable(e.finding(file.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    /** The sheet and what its columns mean, or why nobody knows. */
    public static RecognisedSheet recognise(DeliveredFile file, Profiles profiles) throws IOException {
        OpenWorkbook workbook = OpenWorkbook.open(file);
        try {
            RecognisedSheet found = recognise(workbook, profiles);
            if (found instanceof RecognisedSheet.Refused) {
                workbook.close();
            }
            return found;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** A sheet with its header. */
    private record Headed(WorkbookOutline.Tab tab, SheetRow header) {
        Splitting splitting() {
            return new Splitting(null, header.texts());
        }
    }

    private static RecognisedSheet recognise(OpenWorkbook workbook, Profiles profiles) throws IOException {
        List<Headed> visible = headed(workbook, false);
        Choice choice = visible.isEmpty() ? null : choose(workbook, profiles, visible);
        if (choice instanceof Choice.Chosen chosen) {
            Headed headed = visible.get(chosen.recognition().reading());
            return new RecognisedSheet.Known(
                    new XlsxSheet(workbook, headed.tab(), headed.header(), workbook.about(headed.tab())),
                    chosen.recognition());
        }
        Finding hidden = hiddenSheet(workbook, profiles);
        if (hidden != null) {
            return new RecognisedSheet.Refused(Findings.of(hidden));
        }
        return choice instanceof Choice.Refused refused
                ? new RecognisedSheet.Refused(refused.findings())
                : new RecognisedSheet.Refused(Findings.of(Finding.of(
                        FindingCode.FILE_UNREADABLE,
                        Place.of(workbook.file()),
                        null,
                        "a header and rows",
                        "no visible sheet of the workbook holds anything")));
    }

    private static Choice choose(OpenWorkbook workbook, Profiles profiles, List<Headed> sheets) {
        return profiles.choose(
                workbook.file(), sheets.stream().map(Headed::splitting).toList());
    }

    private static List<Headed> headed(OpenWorkbook workbook, boolean hidden) throws IOException {
        var headed = new ArrayList<Headed>();
        for (WorkbookOutline.Tab tab : workbook.sheets()) {
            SheetRow header =
                    tab.hidden() == hidden && !tab.name().equals(RowBook.FINDINGS) ? workbook.header(tab) : null;
            if (header != null) {
                headed.add(new Headed(tab, header));
            }
        }
        return headed;
    }

    /** Invoices in a sheet that nobody sees are refused: whoever sent the file may not know of them. */
    private static @Nullable Finding hiddenSheet(OpenWorkbook workbook, Profiles profiles) throws IOException {
        List<Headed> hidden = headed(workbook, true);
        if (hidden.isEmpty() || !(choose(workbook, profiles, hidden) instanceof Choice.Chosen chosen)) {
            return null;
        }
        String name = hidden.get(chosen.recognition().reading()).tab().name();
        String message = "the sheet '" + name + "' with the columns of the profile "
                + chosen.recognition().profile().name() + " is hidden";
        return new Finding(
                FindingCode.CONTENT_HIDDEN,
                Severity.REJECT,
                Place.of(workbook.file()),
                name,
                "a visible sheet",
                message,
                "Show the sheet if it is meant, and send the file again.");
    }
}
