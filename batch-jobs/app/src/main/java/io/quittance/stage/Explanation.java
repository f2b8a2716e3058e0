package io.quittance.stage;

import io.quittance.finding.Advice;
import io.quittance.finding.store.FindingRows;
import io.quittance.finding.store.FindingRows.Asked;
import io.quittance.finding.store.FindingRows.Reason;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.file.TermNames;
import io.quittance.stage.QuarantineFolder.Extent;
import io.quittance.stage.QuarantineFolder.Extent.Nature;
import io.quittance.stage.QuarantineFolder.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a file or documents of it were refused, as a text to read: where, what was read, what was expected, what to do, and how the
 * corrected file comes back. The same reasons give the same bytes.
 */
final class Explanation {

    private static final int DOCUMENTS_AT_ONCE = 1_000;

    private static final String WHOLE = """
            The file could not be read as invoices. Nothing of it was taken in, nothing of it will be paid.

            How to go on: do what stands below, then put the file into inbox/invoices again. If nothing in the file itself was
            wrong (say, a profile of columns had to be added), put it there unchanged.
            """;

    private static final String CORRECT = """
            Nothing that was refused will be paid until it is corrected.

            How to go on: in this folder each refused document lies as it came (00001-... is the first of the file). Correct it, or
            ask its sender for another one, and put it into inbox/invoices.
            """;

    private static final String ANNOTATED = """
            There is a copy called ...annotated, too: it holds the refused rows with the reasons beside them, and may be corrected
            and put back as it is. Lines and cells below are those of the file that came, in the copy those of the copy.
            """;

    private static final String REPETITION = """
            What was refused was taken in before, and the one that was first counts: nothing is paid twice.

            How to go on: where it is the same document, there is nothing to do. Where it is another one, it needs a number of its
            own: ask its sender for that, and put the new one into inbox/invoices.
            """;

    /** Refusals that say that the document is here already. */
    private static final Set<String> REPEATED = Set.of("Q401", "Q402", "Q403");

    private final String name;
    private final Extent extent;
    private final List<Refused> refused;
    private final FindingRows findings;
    private int shown = -1;
    private int number;

    /** @param name of the file, without folders */
    Explanation(String name, Extent extent, List<Refused> refused, FindingRows findings) {
        this.name = name;
        this.extent = extent;
        this.refused = refused;
        this.findings = findings;
    }

    void writeTo(OutputStream out) throws IOException {
        boolean[] repeated = {true};
        for (int from = 0; from < refused.size(); from += DOCUMENTS_AT_ONCE) {
            findings.of(
                    asked(from),
                    (n, reason) ->
                            repeated[0] &= !reason.severity().equals("REJECT") || REPEATED.contains(reason.code()));
        }
        out.write(head(repeated[0]).getBytes(StandardCharsets.UTF_8));
        for (int from = 0; from < refused.size(); from += DOCUMENTS_AT_ONCE) {
            var text = new StringBuilder();
            int first = from;
            findings.of(asked(from), (n, reason) -> append(text, first + n, reason));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Asked> asked(int from) {
        return refused.subList(from, Math.min(refused.size(), from + DOCUMENTS_AT_ONCE)).stream()
                .map(one -> new Asked(one.subject(), one.attempt()))
                .toList();
    }

    private String head(boolean repeated) {
        String title = "What is wrong with " + name + "\n\n";
        if (extent.nature() == Nature.TIME_SHEETS) {
            return title + rows("time sheets", "timesheets");
        }
        if (extent.nature() == Nature.REGISTRY) {
            return title + rows("answers of tax registers", "registry");
        }
        if (refused.getFirst().position() == 0) {
            return title + WHOLE;
        }
        String howToGoOn = repeated ? REPETITION : CORRECT + (extent.nature() == Nature.SHEET ? ANNOTATED : "");
        return title + count() + howToGoOn;
    }

    /** Of a file of facts, of which the good rows stay. */
    private String rows(String facts, String inbox) {
        return """
                Some of it could not be taken in as %s%s.

                How to go on: correct what stands below, and put the file into inbox/%s again. What was taken in already
                does no harm in it.
                """.formatted(
                        facts,
                        extent.documents() == 0
                                ? ", and nothing of it was"
                                : "; " + extent.documents() + " of its rows were taken in",
                        inbox);
    }

    /** How many of how many, and what became of the others as far as it is known now. */
    private String count() {
        int now = refused.size();
        long all = Math.max(extent.documents(), now);
        long before = Math.max(0, extent.refusedSoFar() - now);
        long others = Math.max(0, all - now - before);
        if (all == 1) {
            return "Its only document was refused.\n\n";
        }
        if (now == all) {
            return "All " + all + " of its documents were refused.\n\n";
        }
        return now + " of its " + all + " documents " + (now == 1 ? "was" : "were") + " refused"
                + (before == 0 ? "" : ", after " + before + " before that") + "; "
                + switch ((int) Math.min(others, 2)) {
                    case 0 -> "no other is left.";
                    case 1 -> "the other one was not refused so far.";
                    default -> "the other " + others + " were not refused so far.";
                }
                + "\n\n";
    }

    private void append(StringBuilder text, int index, Reason reason) {
        Refused one = refused.get(index);
        if (index != shown) {
            shown = index;
            number = 0;
            text.append('\n').append(title(one)).append('\n');
        }
        String place = place(one, reason);
        text.append("\n  %d. %s\n".formatted(++number, place.isEmpty() ? "the whole file" : place));
        row(text, "wrong", reason.message() + " (" + reason.code() + severity(reason) + ")");
        row(text, "read", reason.read());
        row(text, "expected", reason.expected());
        row(text, "what to do", Advice.correcting(reason.hint()));
    }

    /** The line of the element itself where the file tells it, and the field by the name that the reader of this file knows. */
    private String place(Refused one, Reason reason) {
        String field = reason.field();
        long line = reason.line() == null ? one.line() : reason.line();
        if (field != null && line == one.line()) {
            Map<Term, Long> stated = extent.lines().getOrDefault(one.position(), Map.of());
            line = TermNames.term(field).map(stated::get).orElse(line);
        }
        String named = field == null
                ? ""
                : switch (extent.nature()) {
                    case XML -> TermNames.inXml(field);
                    case SHEET -> TermNames.inSheet(field);
                    case TIME_SHEETS, REGISTRY, OTHER -> field;
                };
        return (line == 0 ? "" : "line " + line) + (line == 0 || named.isEmpty() ? "" : ", ") + named;
    }

    private static String severity(Reason reason) {
        return switch (reason.severity()) {
            case "WARN" -> ", a warning: this alone refuses nothing";
            case "HOLD" -> ", this alone would hold it only";
            default -> "";
        };
    }

    private String title(Refused one) {
        return one.position() == 0
                ? "The file"
                : "Document " + one.position() + (one.number() == null ? "" : ", number " + one.number())
                        + (one.line() == 0 ? "" : ", from line " + one.line());
    }

    private static void row(StringBuilder text, String what, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text.append("     %-10s: %s\n".formatted(what, value));
        }
    }
}
