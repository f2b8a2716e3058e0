package io.quittance.vat.table;

import io.quittance.finding.Place;
import io.quittance.party.Validity;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import io.quittance.tax.Confidence;
import io.quittance.vat.BoxKind;
import io.quittance.vat.BoxRounding;
import io.quittance.vat.FormBox;
import io.quittance.vat.Formula;
import io.quittance.vat.Period.Length;
import io.quittance.vat.ReturnForms;
import io.quittance.vat.ReturnPeriods;
import io.quittance.vat.ReturnPeriods.Filer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code return-forms.csv} and {@code return-periods.csv}. A cell that is not as it must be is a {@link TableError}. */
public final class ReturnTableFiles {

    private static final LocalDate START_NOT_STATED = LocalDate.of(1900, 1, 1);
    private static final Pattern SIGNED = Pattern.compile("-?\\d{1,20}(\\.\\d{1,12})?");

    private static final List<String> FORM = List.of(
            "id",
            "jurisdiction",
            "return",
            "box",
            "kind",
            "side",
            "label",
            "formula",
            "unit",
            "mode",
            "least",
            "most",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");
    private static final List<String> PERIOD =
            List.of("id", "entity", "length", "valid_from", "valid_to", "recorded_at", "source", "confidence");
    /** Columns that came later: a folder that was frozen before them is still read. */
    private static final List<String> PERIOD_LATER = List.of("jurisdiction", "first_month");

    private static final Pattern MONTH = Pattern.compile("[1-9]|1[0-2]");

    private ReturnTableFiles() {}

    /** The forms of the returns. */
    public static ReturnForms forms(Path folder) throws IOException {
        Table table = Table.read(folder.resolve("return-forms.csv"), FORM).distinct("id");
        try {
            return ReturnForms.of(
                    table.rows().stream().map(ReturnTableFiles::box).toList());
        } catch (IllegalArgumentException contradiction) {
            throw new TableError(Place.of("return-forms.csv"), String.valueOf(contradiction.getMessage()));
        }
    }

    /** How long the periods of each entity are, and when they begin. */
    public static ReturnPeriods periods(Path folder) throws IOException {
        Table table = Table.read(folder.resolve("return-periods.csv"), PERIOD, PERIOD_LATER)
                .distinct("id");
        try {
            return ReturnPeriods.of(
                    table.rows().stream().map(ReturnTableFiles::filer).toList());
        } catch (IllegalArgumentException contradiction) {
            throw new TableError(Place.of("return-periods.csv"), String.valueOf(contradiction.getMessage()));
        }
    }

    private static FormBox box(Row row) {
        String side = row.optional("side");
        return new FormBox(
                row.text("id"),
                row.text("jurisdiction"),
                row.text("return"),
                row.text("box").replace('~', ' '),
                row.oneOf(BoxKind.class, "kind"),
                side == null ? "" : side,
                row.text("label"),
                formula(row),
                new BoxRounding(
                        Cells.positive(row.text("unit"), row.place().at("unit")),
                        row.oneOf(BoxRounding.Mode.class, "mode")),
                limit(row, "least"),
                limit(row, "most"),
                validity(row),
                row.date("recorded_at"),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static Formula formula(Row row) {
        String written = row.optional("formula");
        try {
            return Formula.parse(written == null ? "" : written);
        } catch (IllegalArgumentException none) {
            throw row.wrong("formula", String.valueOf(none.getMessage()));
        }
    }

    private static @Nullable BigDecimal limit(Row row, String column) {
        String text = row.optional(column);
        if (text == null) {
            return null;
        }
        if (!SIGNED.matcher(text).matches()) {
            throw row.wrong(column, "\"%s\" is no plain decimal".formatted(text));
        }
        return new BigDecimal(text);
    }

    private static Filer filer(Row row) {
        return new Filer(
                row.text("id"),
                row.text("entity"),
                jurisdiction(row),
                row.oneOf(Length.class, "length"),
                firstMonth(row),
                validity(row),
                row.date("recorded_at"),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static String jurisdiction(Row row) {
        String text = row.optional("jurisdiction");
        return text == null ? "*" : text;
    }

    private static int firstMonth(Row row) {
        String text = row.optional("first_month");
        if (text == null) {
            return 1;
        }
        if (!MONTH.matcher(text).matches()) {
            throw row.wrong("first_month", "\"%s\" is no month: write 1 to 12".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static Validity validity(Row row) {
        LocalDate from = row.optionalDate("valid_from");
        LocalDate to = row.optionalDate("valid_to");
        LocalDate first = from == null ? START_NOT_STATED : from;
        if (to != null && to.isBefore(first)) {
            throw row.wrong("valid_to", "the row ends on %s before it begins on %s".formatted(to, first));
        }
        return new Validity(first, to);
    }
}
