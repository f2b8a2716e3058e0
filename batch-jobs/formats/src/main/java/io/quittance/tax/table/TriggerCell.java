package io.quittance.tax.table;

import io.quittance.party.Contract.BuysAs;
import io.quittance.table.Row;
import io.quittance.tax.Trigger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The column {@code trigger}: {@code ALWAYS}, or the name of a condition, with its threshold in brackets where it has one. */
final class TriggerCell {

    private static final Pattern PARTIAL = Pattern.compile("IF_NOT_FULLY_RECOVERABLE\\((\\d{1,3})\\)");
    private static final String KNOWN =
            "ALWAYS, IF_NOT_FULLY_RECOVERABLE(per cent), IF_NO_DEDUCTION, IF_REGISTERED, IF_EXEMPT_ACROSS_BORDER, "
                    + "IF_BUYS_AS_BUILDER, IF_BUYS_AS_USER";

    private TriggerCell() {}

    static Trigger read(Row row) {
        String text = row.text("trigger");
        Matcher partial = PARTIAL.matcher(text);
        if (partial.matches()) {
            return partial(row, Integer.parseInt(partial.group(1)));
        }
        return switch (text) {
            case "ALWAYS" -> new Trigger.Always();
            case "IF_NO_DEDUCTION" -> new Trigger.NoDeduction();
            case "IF_REGISTERED" -> new Trigger.Registered();
            case "IF_EXEMPT_ACROSS_BORDER" -> new Trigger.ExemptAcrossBorder();
            case "IF_BUYS_AS_BUILDER" -> new Trigger.Buys(BuysAs.BUILDER);
            case "IF_BUYS_AS_USER" -> new Trigger.Buys(BuysAs.USER);
            default -> throw row.wrong("trigger", "\"%s\" is none of %s".formatted(text, KNOWN));
        };
    }

    private static Trigger partial(Row row, int threshold) {
        try {
            return new Trigger.NotFullyRecoverable(threshold);
        } catch (IllegalArgumentException outside) {
            throw row.wrong("trigger", String.valueOf(outside.getMessage()));
        }
    }
}
