package io.quittance.cli;

import io.quittance.assessment.DocumentRules;
import io.quittance.finding.Advice;
import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.file.TermNames;
import io.quittance.invoice.profile.Profiles;
import io.quittance.tax.RoundingPolicies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code invoice read}: what each document states, as text with the sign it was written with, and the verdict: the
 * strictest of ours and of the official rules.
 */
final class InvoiceReading {

    private static final int FILE_SHOWN = 28;
    private static final int CODES_SHOWN = 20;
    private static final int NAME_SHOWN = 16;

    /** The columns between those of the verdict and those that are counted. */
    private static final List<Term> BEFORE_COUNTS = List.of(
            Term.NUMBER,
            Term.ISSUE_DATE,
            Term.DUE_DATE,
            Term.CURRENCY,
            Term.NET,
            Term.VAT,
            Term.GROSS,
            Term.PREPAID,
            Term.ROUNDING,
            Term.PAYABLE,
            Term.TAX_CURRENCY,
            Term.TAX_CURRENCY_VAT,
            Term.SELLER_NAME,
            Term.SELLER_VAT_ID,
            Term.SELLER_COUNTRY,
            Term.BUYER_NAME,
            Term.BUYER_VAT_ID,
            Term.BUYER_COUNTRY,
            Term.ACCOUNT,
            Term.BIC,
            Term.PAYMENT_MEANS,
            Term.PAYMENT_REFERENCE);

    private final Path folder;
    private final RoundingPolicies roundings;
    private final Profiles profiles;
    private final OfficialReading official;
    private final Table table = new Table(
            "file",
            "syntax",
            "profile",
            "verdict",
            "codes",
            "document_type",
            "number",
            "issue_date",
            "due_date",
            "currency",
            "net",
            "vat",
            "gross",
            "prepaid",
            "rounding",
            "payable",
            "tax_currency",
            "tax_currency_vat",
            "seller_name",
            "seller_vat_id",
            "seller_country",
            "buyer_name",
            "buyer_vat_id",
            "buyer_country",
            "iban",
            "bic",
            "payment_means",
            "payment_reference",
            "vat_categories",
            "lines",
            "preceding_invoice",
            "contract_reference");

    /** The columns that fit on a screen. */
    private final Table onScreen = new Table(
            "file",
            "syntax",
            "verdict",
            "codes",
            "number",
            "issue_date",
            "currency",
            "gross",
            "payable",
            "seller_name");

    private final Table found =
            new Table("file", "number", "code", "severity", "line", "field", "message", "what to do");

    /**
     * @param folder that the files are named from
     * @param profiles for sheets with other columns than ours
     */
    InvoiceReading(Path folder, Profiles profiles, RoundingPolicies roundings, OfficialReading official) {
        this.roundings = roundings;
        this.folder = folder;
        this.profiles = profiles;
        this.official = official;
    }

    Table table() {
        return table;
    }

    /** The same rows with what people look at first. */
    Table onScreen() {
        return onScreen;
    }

    /** What was found, a row for each. */
    Table found() {
        return found;
    }

    void read(Path path) {
        try {
            DeliveredFile file = DeliveredFile.of(path);
            switch (InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles)) {
                case InvoiceFile.Readable readable -> documents(path, file, readable);
                case InvoiceFile.Unreadable unreadable -> row(path, nothing(unreadable), unreadable.findings());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void documents(Path path, DeliveredFile file, InvoiceFile.Readable readable) throws IOException {
        try (InvoiceFileReader documents = readable.documents()) {
            while (documents.hasNext()) {
                ReadDocument document = documents.next();
                Findings said = official.findings(file, stated(document));
                row(
                        path,
                        stated(document),
                        ours(official.beside(said, document)).and(official.applied(said)));
            }
        }
    }

    private static Stated stated(ReadDocument document) {
        return switch (document) {
            case ReadDocument.Understood understood -> understood.stated();
            case ReadDocument.Refused refused -> refused.stated();
        };
    }

    /** What was found while reading, and what our rules say of the document alone. */
    private Findings ours(ReadDocument document) {
        return switch (document) {
            case ReadDocument.Understood understood ->
                understood.warnings().and(DocumentRules.judge(understood.invoice(), roundings));
            case ReadDocument.Refused refused -> refused.findings();
        };
    }

    private static Stated nothing(InvoiceFile.Unreadable file) {
        return new Stated(file.syntax(), Map.of(), List.of(), 0, List.of());
    }

    private void row(Path path, Stated stated, Findings findings) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(folder.equals(path) ? path.getFileName() : folder.relativize(path));
        cells.add(stated.syntax());
        cells.add(stated.first(Term.PROFILE));
        cells.add(verdict(findings));
        cells.add(codes(findings));
        cells.add(stated.first(Term.TYPE));
        BEFORE_COUNTS.forEach(term -> cells.add(text(stated, term)));
        cells.add(stated.vat().stream().map(InvoiceReading::group).collect(Collectors.joining("|")));
        cells.add(stated.terms().isEmpty() ? null : stated.lines());
        cells.add(stated.first(Term.PRECEDING_INVOICE));
        cells.add(stated.first(Term.CONTRACT));
        table.row(cells.toArray());
        onScreen.row(
                shortened(String.valueOf(cells.getFirst()), FILE_SHOWN),
                stated.syntax(),
                verdict(findings),
                shortened(codes(findings), CODES_SHOWN),
                stated.first(Term.NUMBER),
                stated.first(Term.ISSUE_DATE),
                stated.first(Term.CURRENCY),
                stated.first(Term.GROSS),
                stated.first(Term.PAYABLE),
                shortened(Objects.requireNonNullElse(stated.first(Term.SELLER_NAME), ""), NAME_SHOWN));
        findings.forEach(one -> found(String.valueOf(cells.getFirst()), stated, one));
    }

    private void found(String file, Stated stated, Finding one) {
        Place place = one.place();
        String field = place == null ? null : place.field();
        boolean sheet = stated.syntax().startsWith("CSV") || stated.syntax().startsWith("XLSX");
        found.row(
                file,
                stated.first(Term.NUMBER),
                one.printedId(),
                one.severity().name().toLowerCase(Locale.ROOT),
                place == null || place.line() == 0 ? null : line(stated, place),
                field == null || sheet ? field : TermNames.inXml(field),
                one.message(),
                one.severity() == Severity.REJECT ? Advice.correcting(one.hint()) : one.hint());
    }

    /** The line of the element itself, where the reading kept it. */
    private static long line(Stated stated, Place place) {
        return place.field() == null
                ? place.line()
                : TermNames.term(place.field()).map(stated.where()::get).orElse(place.line());
    }

    /** The end of a path tells more than its beginning; of anything else the beginning does. */
    private static String shortened(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        return chars == FILE_SHOWN
                ? "…" + text.substring(text.length() - chars + 1)
                : text.substring(0, chars - 1) + "…";
    }

    /** Of accounts and other terms the first, which is the one that counts; of due dates all. */
    private static @Nullable String text(Stated stated, Term term) {
        return term == Term.DUE_DATE
                ? stated.all(term).stream().distinct().collect(Collectors.joining("|"))
                : stated.first(term);
    }

    /** The strictest severity decides. */
    private static String verdict(Findings findings) {
        return findings.stream().map(Finding::severity).anyMatch(Severity.REJECT::equals)
                ? "reject"
                : findings.stream().map(Finding::severity).anyMatch(Severity.HOLD::equals) ? "hold" : "accept";
    }

    private static String codes(Findings findings) {
        return findings.stream().map(Finding::printedId).distinct().collect(Collectors.joining("|"));
    }

    private static String group(Stated.Vat vat) {
        return Stream.of(vat.category(), vat.rate(), vat.base(), vat.tax())
                .map(text -> Objects.requireNonNullElse(text, ""))
                .collect(Collectors.joining(":"));
    }
}
