package io.quittance.cli;

import io.quittance.cli.Globals.Format;
import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.profile.ColumnProfile;
import io.quittance.invoice.profile.DatePattern;
import io.quittance.invoice.profile.Habits;
import io.quittance.invoice.profile.ProfileTerm;
import io.quittance.invoice.profile.ProfiledInvoices;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.RecognisedSheet;
import io.quittance.invoice.profile.Recognition;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is understood of one file before anything is done with it: profile, columns, conventions, first documents, findings. */
final class InvoicePreview {

    private static final int DOCUMENTS = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DeliveredFile file;
    private final Profiles profiles;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Table columns = new Table("column", "heading", "means");
    private final Table documents = new Table(
            "number",
            "verdict",
            "issue date",
            "seller",
            "currency",
            "net",
            "vat",
            "gross",
            "payable",
            "lines",
            "codes");
    private final Table findings =
            new Table("code", "severity", "line", "field", "read", "expected", "message", "what to do");
    private int understood;
    private int refused;
    private boolean readable = true;

    InvoicePreview(DeliveredFile file, Profiles profiles) {
        this.file = file;
        this.profiles = profiles;
    }

    /** Reads it. @return whether the file is not refused as a whole */
    boolean read() {
        facts.put("file", file.name());
        InvoiceFiles.recognise(file, ReadLimits.DEFAULT, profiles).ifPresent(this::recognised);
        switch (InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles)) {
            case InvoiceFile.Unreadable whole -> {
                readable = false;
                facts.putIfAbsent("format", "refused as a whole");
                list(whole.findings());
            }
            case InvoiceFile.Readable open -> {
                facts.put("format", open.format().name());
                facts.putIfAbsent("profile", "none is needed");
                list(open.warnings());
                documents(open.documents());
            }
        }
        return readable;
    }

    private void recognised(RecognisedSheet sheet) {
        if (!(sheet instanceof RecognisedSheet.Known known)) {
            return;
        }
        Recognition recognition = known.recognition();
        ColumnProfile profile = recognition.profile();
        facts.put("profile", profile.name() + " (" + profile.title() + ")");
        facts.put("because", recognition.why());
        columns(recognition);
        try (var open = known.sheet()) {
            conventions(profile, ProfiledInvoices.habits(open, recognition));
        } catch (UnreadableException e) {
            // Whoever reads the documents meets it again and tells it.
            facts.put("conventions", "unknown: the file cannot be read to its end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void columns(Recognition recognition) {
        for (int i = 0; i < recognition.headings().size(); i++) {
            ProfileTerm term = recognition.term(i);
            String heading = recognition.headings().get(i);
            String nothing = recognition.unknown().contains(heading) ? "unknown, ignored" : "known, of no use";
            columns.row(i + 1, heading, term == null ? nothing : term.spelling());
        }
        recognition.profile().headings().keySet().stream()
                .filter(term -> !recognition.columns().containsKey(term))
                .sorted(Comparator.naturalOrder())
                .forEach(term ->
                        columns.row(null, "(" + recognition.headingFor(term) + ")", missing(recognition, term)));
    }

    private static String missing(Recognition recognition, ProfileTerm term) {
        String standIn = recognition.profile().defaults().get(term);
        return term.spelling() + ": not in the file" + (standIn == null ? "" : ", " + standIn + " by default");
    }

    private void conventions(ColumnProfile profile, Habits habits) {
        facts.put(
                "decimal sign",
                habits.decimal() == null
                        ? "neither declared nor proven"
                        : habits.decimal().toString());
        facts.put("dates", habits.dates().stream().map(DatePattern::pattern).collect(Collectors.joining(" or ")));
        if (habits.proven() != null) {
            facts.put("proven by the file", habits.proven());
        }
        facts.put("amounts", "tax " + lower(profile.conventions().tax()));
        facts.put("contractor by", lower(profile.contractor()));
        facts.put(
                "derived",
                profile.derived().stream().map(InvoicePreview::lower).sorted().collect(Collectors.joining(", ")));
        facts.put(
                "defaults",
                profile.defaults().entrySet().stream()
                        .map(one -> one.getKey().spelling() + "=" + one.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void documents(InvoiceFileReader reader) {
        try (reader) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case ReadDocument.Understood one -> {
                        understood++;
                        document(
                                one.stated(),
                                one.warnings(),
                                one.warnings().isEmpty() ? "understood" : "understood, see findings");
                    }
                    case ReadDocument.Refused one -> {
                        refused++;
                        document(one.stated(), one.findings(), "refused");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        facts.put("documents", understood + " understood, " + refused + " refused");
    }

    private void document(Stated stated, Findings found, String verdict) {
        if (understood + refused <= DOCUMENTS) {
            documents.row(
                    stated.first(Term.NUMBER),
                    verdict,
                    stated.first(Term.ISSUE_DATE),
                    stated.seller() == null ? stated.first(Term.SELLER_NAME) : stated.seller(),
                    stated.first(Term.CURRENCY),
                    stated.first(Term.NET),
                    stated.first(Term.VAT),
                    stated.first(Term.GROSS),
                    stated.first(Term.PAYABLE),
                    stated.lines(),
                    found.stream().map(one -> one.code().id()).distinct().collect(Collectors.joining("|")));
        }
        list(found);
    }

    private void list(Findings found) {
        for (Finding one : found) {
            if (findings.size() < 10 * DOCUMENTS) {
                findings.row(
                        one.code().id(),
                        lower(one.severity()),
                        one.place() == null || one.place().line() == 0
                                ? null
                                : one.place().line(),
                        one.place() == null ? null : one.place().field(),
                        one.read(),
                        one.expected(),
                        one.message(),
                        one.hint());
            }
        }
    }

    /** One object as JSON; else sections, of which CSV knows only the columns. */
    void print(Format format, PrintWriter out) {
        switch (format) {
            case JSON -> {
                Map<String, @Nullable Object> all = new LinkedHashMap<>();
                facts.forEach((name, fact) -> all.put(name.replace(' ', '_'), fact));
                all.put("columns", columns.objects());
                all.put("first_documents", documents.objects());
                all.put("findings", findings.objects());
                out.println(JSON.writeValueAsString(all));
                out.flush();
            }
            case CSV -> columns.print(Format.CSV, out);
            case TABLE -> {
                facts.forEach((name, fact) -> out.println(Table.safe("%-20s%s".formatted(name, fact))));
                section("columns", columns, out);
                section("first documents", documents, out);
                section("findings", findings, out);
            }
        }
    }

    private static void section(String title, Table table, PrintWriter out) {
        if (!table.isEmpty()) {
            out.println();
            out.println(title);
            table.print(Format.TABLE, out);
        }
    }
}
