package io.quittance.invoice.csv;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.ColumnProfile;
import io.quittance.invoice.profile.ProfiledInvoices;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.Profiles.Choice;
import io.quittance.invoice.profile.Profiles.Splitting;
import io.quittance.invoice.profile.RecognisedSheet;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens CSV with the columns of a profile: by the header, read with each separator and, where bytes are no Unicode, each fallback. */
public final class ProfiledCsv {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private ProfiledCsv() {}

    /**
     * Whether the file has our own columns, apart by commas: then no profile is needed. Where some of them seem to be missing,
     * only when no profile knows better.
     */
    public static boolean isOurs(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        try (var rows = new CsvRows(file.open(), limits)) {
            CsvRow first = rows.next();
            CsvHeader header = first == null ? null : CsvHeader.of(file.name(), first);
            return header != null
                    && header.isOurs()
                    && (header.isComplete() || recognise(file, limits, profiles) instanceof RecognisedSheet.Refused);
        } catch (UnreadableException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    /** The file with its documents, or why it is refused as a whole. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits, Profiles profiles) {
        try {
            return switch (recognise(file, limits, profiles)) {
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
    public static RecognisedSheet recognise(DeliveredFile file, ReadLimits limits, Profiles profiles)
            throws IOException {
        CsvEncoding encoding = CsvEncoding.byMark(file);
        Charset fallback = fallback(file, profiles);
        CsvShape shape = CsvShape.of(file, encoding.orElse(fallback, file));
        List<Headed> headed = headed(file, limits, shape);
        if (headed.isEmpty()) {
            return new RecognisedSheet.Refused(Findings.of(Finding.of(
                            FindingCode.FILE_UNREADABLE,
                            Place.of(file.name()),
                            null,
                            "a header and rows",
                            "the file is empty")
                    .withHint(CsvInvoices.EMPTY)));
        }
        List<Splitting> readings = headed.stream().map(Headed::splitting).toList();
        return switch (profiles.choose(file.name(), readings)) {
            case Choice.Refused refused -> new RecognisedSheet.Refused(refused.findings());
            case Choice.Chosen chosen -> {
                Headed read = headed.get(chosen.recognition().reading());
                CsvEncoding its = encoding.orElse(
                        chosen.recognition().profile().conventions().fallback(), file);
                yield new RecognisedSheet.Known(
                        new CsvSheet(file, limits, read.shape().with(its), read.header()), chosen.recognition());
            }
        };
    }

    /** A header, read with one separator. */
    private record Headed(CsvShape shape, CsvRow header) {
        Splitting splitting() {
            return new Splitting(shape.separator(), header.fields());
        }
    }

    /** The header with each separator by which it is one: with a wrong one, quotes stand in the middle of fields. */
    private static List<Headed> headed(DeliveredFile file, ReadLimits limits, CsvShape shape) throws IOException {
        var headed = new ArrayList<Headed>();
        UnreadableException first = null;
        for (CsvShape one : shapes(shape)) {
            try {
                CsvRow header = one.header(file, limits);
                if (header != null) {
                    headed.add(new Headed(one, header));
                }
            } catch (UnreadableException e) {
                first = first == null ? e : first;
            }
        }
        if (headed.isEmpty() && first != null) {
            throw first;
        }
        return headed;
    }

    private static List<CsvShape> shapes(CsvShape shape) {
        Character named = shape.named();
        return named != null
                ? List.of(shape.with(named))
                : SEPARATORS.stream().map(shape::with).toList();
    }

    /** For reading the header, before the profile is known: that of the declared profile, else any that there is. */
    private static @Nullable Charset fallback(DeliveredFile file, Profiles profiles) {
        return profiles.declared(file.name())
                .map(profile -> profile.conventions().fallback())
                .or(() -> profiles.all().stream()
                        .map(ColumnProfile::conventions)
                        .map(ColumnProfile.Conventions::fallback)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }
}
