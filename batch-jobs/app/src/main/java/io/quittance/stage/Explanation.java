package io.quittance.stage;

import io.quittance.finding.store.FindingRows;
import io.quittance.finding.store.FindingRows.Asked;
import io.quittance.finding.store.FindingRows.Reason;
import io.quittance.stage.QuarantineFolder.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file or documents of it were refused, as a text to read: where, what was read, what was expected, what to do, and how the
 * corrected file comes back. The same reasons give the same bytes.
 */
final class Explanation {

    private static final int DOCUMENTS_AT_ONCE = 1_000;

    private final String name;
    private final List<Refused> refused;
    private final FindingRows findings;
    private int shown = -1;
    private int number;

    /** @param name of the file, without folders */
    Explanation(String name, List<Refused> refused, FindingRows findings) {
        this.name = name;
        this.refused = refused;
        this.findings = findings;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head().getBytes(StandardCharsets.UTF_8));
        for (int from = 0; from < refused.size(); from += DOCUMENTS_AT_ONCE) {
            List<Refused> some = refused.subList(from, Math.min(refused.size(), from + DOCUMENTS_AT_ONCE));
            var text = new StringBuilder();
            int first = from;
            findings.of(
                    some.stream()
                            .map(one -> new Asked(one.subject(), one.attempt()))
                            .toList(),
                    (n, reason) -> append(text, first + n, reason));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean wholeFile() {
        return refused.getFirst().position() == 0;
    }

    private String head() {
        return wholeFile()
                ? """
                What is wrong with %s

                The file could not be read as invoices. Nothing of it was taken in, nothing of it will be paid.

                How to go on: do what stands below, then put the file into inbox/invoices again. If nothing in the file itself was
                wrong (say, a profile of columns had to be added), put it there unchanged.
                """.formatted(name)
                : """
                What is wrong with %s

                %d of its documents %s refused. Nothing of them will be paid until they are corrected; the others went on.

                How to go on: in this folder each refused document lies as it came (00001-... is the first of the file). Correct it, or
                ask its sender for another one, and put it into inbox/invoices. Of a sheet there is a copy called
                ...annotated, too: it holds the refused rows with the reasons beside them, and may be corrected and put back as it is.
                """.formatted(name, refused.size(), refused.size() == 1 ? "was" : "were");
    }

    private void append(StringBuilder text, int index, Reason reason) {
        Refused one = refused.get(index);
        if (index != shown) {
            shown = index;
            number = 0;
            text.append('\n').append(title(one)).append('\n');
        }
        long line = reason.line() == null ? one.line() : reason.line();
        String place = (line == 0 ? "" : "line " + line)
                + (line == 0 || reason.field() == null ? "" : ", ")
                + (reason.field() == null ? "" : reason.field());
        text.append("\n  %d. %s\n".formatted(++number, place.isEmpty() ? "the whole file" : place));
        row(text, "wrong", reason.message() + " (" + reason.code() + severity(reason) + ")");
        row(text, "read", reason.read());
        row(text, "expected", reason.expected());
        row(text, "what to do", reason.hint());
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
