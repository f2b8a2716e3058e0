package io.quittance.cli;

import io.quittance.document.store.Listing;
import java.util.List;
import java.util.Map;

/** The three-way match of a document: line by line what was billed, approved and agreed, and which approved work it uses up. */
record ExplainedMatch(Map<String, Listing> parts) {

    /** The branch of the tree; none where the contract says nothing of how it is billed. */
    List<Reasons> reasons() {
        return part("match").stream()
                .map(match -> new Reasons(
                        "match",
                        "matched with contract " + text(match, "contract") + ": " + text(match, "outcome")
                                + (text(match, "clauses").isEmpty() ? "" : ", clause " + text(match, "clauses")),
                        part("match_lines").stream().map(this::line).toList()))
                .toList();
    }

    private Reasons line(Map<String, String> line) {
        String number = text(line, "line");
        List<Reasons> work = part("work_billed").stream()
                .filter(billed -> number.equals(text(billed, "line")))
                .map(ExplainedMatch::billed)
                .toList();
        return new Reasons("line", "line " + number + " " + text(line, "outcome") + ": " + figures(line), work);
    }

    private static String figures(Map<String, String> line) {
        String unit = text(line, "unit").isEmpty() ? "" : " " + text(line, "unit");
        return "billed " + text(line, "billed") + unit + " x " + text(line, "price") + " = " + text(line, "net")
                + "; approved " + text(line, "approved") + ", billed before " + text(line, "billed_before")
                + (text(line, "agreed_rate").isEmpty() ? "" : ", agreed rate " + text(line, "agreed_rate"))
                + ", comes to " + text(line, "agreed")
                + (text(line, "basis").isEmpty() ? "; under no term" : "; by " + text(line, "basis"))
                + (text(line, "clause").isEmpty() ? "" : ", clause " + text(line, "clause"));
    }

    private static Reasons billed(Map<String, String> billed) {
        String approved = text(billed, "approved_by").isEmpty()
                ? "granted by the contract itself"
                : "revision " + text(billed, "revision") + ", approved by " + text(billed, "approved_by") + " on "
                        + text(billed, "approved_on");
        return Reasons.leaf("work", "bills " + text(billed, "units") + " of " + text(billed, "work") + ", " + approved);
    }

    private List<Map<String, String>> part(String name) {
        return parts.getOrDefault(name, new Listing(List.of(), List.of())).objects();
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
