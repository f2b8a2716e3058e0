package io.quittance.invoice.profile;

import java.util.List;

/** The columns that an annotated file has more than the one that came. Readers pass over them, so that it can be dropped as it is. */
public final class StatusColumns {

    /** Codes of the findings, what is wrong, what to do. */
    public static final List<String> HEADINGS =
            List.of("quittance: status", "quittance: codes", "quittance: what is wrong", "quittance: what to do");

    private static final List<String> FOLDED =
            HEADINGS.stream().map(Headings::fold).toList();

    private StatusColumns() {}

    /** Whether a heading is one of them. */
    public static boolean isOne(String heading) {
        return FOLDED.contains(Headings.fold(heading));
    }
}
