package io.quittance.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was withheld from a document, with the evidence that was stored. */
final class ExplainedWithholding {

    private ExplainedWithholding() {}

    static Reasons of(Map<String, String> row) {
        List<Reasons> steps = Stream.of(text(row, "steps").split("\n"))
                .map(step -> Reasons.leaf("step", step))
                .toList();
        return new Reasons(
                "withheld",
                "withheld " + text(row, "name") + " by " + text(row, "rule") + ": " + reckoned(row)
                        + told(", certificate ", row, "certified") + told(", reported on ", row, "return_code"),
                steps);
    }

    private static String reckoned(Map<String, String> row) {
        if (!text(row, "below").isEmpty()) {
            return text(row, "below");
        }
        String base = "base " + text(row, "base") + " " + text(row, "tax_currency");
        if (text(row, "rate").equals("0")) {
            return base + ", nothing is kept back at 0 %";
        }
        String kept = text(row, "borne_by").equals("PAYER")
                ? "borne by the payer"
                : text(row, "kept") + " " + text(row, "currency") + " kept back";
        return "base " + text(row, "base") + " x " + text(row, "rate") + " % = " + text(row, "tax") + " "
                + text(row, "tax_currency") + ", " + kept;
    }

    private static String told(String what, Map<String, String> row, String column) {
        return text(row, column).isEmpty() ? "" : what + text(row, column);
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
