package io.quittance.invoice.profile;

import io.quittance.invoice.profile.SheetRow.CellKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first look at all rows, before any document is handed out: whether the file can be read to its end, which conventions it
 * proves, and which documents do not stand together.
 */
final class Survey {

    private static final List<ProfileTerm> DATES = List.of(
            ProfileTerm.INVOICE_DATE,
            ProfileTerm.SUPPLY_DATE,
            ProfileTerm.DUE_DATE,
            ProfileTerm.PERIOD_FROM,
            ProfileTerm.PERIOD_TO);

    private static final List<List<ProfileTerm>> SUMS = List.of(
            List.of(ProfileTerm.LINE_AMOUNT, ProfileTerm.VAT_AMOUNT, ProfileTerm.LINE_GROSS),
            List.of(ProfileTerm.INVOICE_NET, ProfileTerm.INVOICE_VAT, ProfileTerm.INVOICE_GROSS));

    private final Layout layout;
    private final List<Character> decimals = new ArrayList<>(List.of('.', ','));
    private final List<DatePattern> dates;
    private final Hashes seen = new Hashes();
    private final Hashes scattered = new Hashes();
    private boolean datesConflict;
    private boolean sums;
    private boolean separators;
    private long last;

    private Survey(Layout layout) {
        this.layout = layout;
        this.dates = new ArrayList<>(layout.profile().conventions().dates());
    }

    /** Reads every row once. */
    static Survey of(Sheet sheet, Layout layout) throws IOException {
        var survey = new Survey(layout);
        try (Sheet.Rows rows = sheet.rows()) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                survey.look(row);
            }
        }
        return survey;
    }

    private void look(SheetRow row) {
        long key = layout.keyHash(row);
        if (key != last) {
            if (!seen.add(key)) {
                scattered.add(key);
            }
            last = key;
        }
        if (layout.profile().conventions().decimal() == null) {
            decimals.removeIf(decimal -> !holds(row, decimal));
        }
        if (layout.profile().conventions().dates().size() > 1) {
            DATES.forEach(term -> look(row, term));
        }
    }

    /** Net + VAT = gross where all three stand there, and every number is one. */
    private boolean holds(SheetRow row, char decimal) {
        for (ProfileTerm term : layout.numbers()) {
            String text = layout.text(term, row);
            NumberText number = layout.kind(term, row) == null && !text.isBlank() ? NumberText.of(text) : null;
            separators |= number != null && number.hasSeparator();
            if (number != null && number.plain(decimal) == null) {
                return false;
            }
        }
        return SUMS.stream().allMatch(sum -> adds(row, sum, decimal));
    }

    private boolean adds(SheetRow row, List<ProfileTerm> sum, char decimal) {
        List<BigDecimal> parts = sum.stream()
                .map(term -> plain(layout.text(term, row), decimal))
                .filter(Objects::nonNull)
                .toList();
        if (parts.size() < sum.size()) {
            return true;
        }
        sums = true;
        return parts.get(0).add(parts.get(1)).compareTo(parts.get(2)) == 0;
    }

    private static @Nullable BigDecimal plain(String text, char decimal) {
        NumberText number = text.isBlank() ? null : NumberText.of(text);
        String plain = number == null ? null : number.plain(decimal);
        return plain == null ? null : new BigDecimal(plain);
    }

    private void look(SheetRow row, ProfileTerm term) {
        String text = layout.text(term, row).strip();
        if (text.isEmpty() || layout.kind(term, row) == CellKind.DATE) {
            return;
        }
        List<LocalDate> days = layout.profile().conventions().dates().stream()
                .map(pattern -> pattern.read(text))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        datesConflict |= days.size() > 1;
        if (!days.isEmpty()) {
            dates.removeIf(pattern -> pattern.read(text) == null);
        }
    }

    /** What holds for this file. A decimal sign is proven by sums that are right with it and wrong, or no sums, without it. */
    Habits habits() {
        Habits declared = Habits.declared(layout.profile());
        Character decimal = declared.decimal();
        String proven = null;
        if (decimal == null && decimals.size() == 1 && sums) {
            decimal = decimals.getFirst();
            proven = "net + VAT = gross holds in every row with the decimal sign '" + decimal + "' only";
        } else if (decimal == null && !separators) {
            decimal = '.';
        }
        List<DatePattern> patterns = datesConflict && dates.size() == 1 ? dates : declared.dates();
        if (datesConflict && dates.size() == 1) {
            String days = "only " + dates.getFirst().pattern() + " reads every date of the file";
            proven = proven == null ? days : proven + "; " + days;
        }
        return new Habits(decimal, patterns, proven);
    }

    /** Whether rows of the document of this row stand in several places of the file. */
    boolean isScattered(SheetRow row) {
        return scattered.contains(layout.keyHash(row));
    }

    /** A set of 64-bit numbers: a million documents must fit into small memory. */
    private static final class Hashes {
        private long[] table = new long[1 << 10];
        private int size;

        boolean add(long hash) {
            long kept = hash == 0 ? 1 : hash;
            int at = place(table, kept);
            if (table[at] == kept) {
                return false;
            }
            table[at] = kept;
            if (++size * 2 > table.length) {
                grow();
            }
            return true;
        }

        boolean contains(long hash) {
            long kept = hash == 0 ? 1 : hash;
            return table[place(table, kept)] == kept;
        }

        private static int place(long[] table, long hash) {
            int at = (int) (hash ^ hash >>> 32) & table.length - 1;
            while (table[at] != 0 && table[at] != hash) {
                at = at + 1 & table.length - 1;
            }
            return at;
        }

        private void grow() {
            long[] larger = new long[table.length * 2];
            Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> larger[place(larger, hash)] = hash);
            table = larger;
        }
    }
}
