package io.quittance.withholding.table;

import io.quittance.money.Rounding;
import io.quittance.party.Contractor;
import io.quittance.table.Row;
import io.quittance.tax.Confidence;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.Levy;
import io.quittance.withholding.TaxFamily;
import io.quittance.withholding.Threshold;
import io.quittance.withholding.WithholdingRule;
import io.quittance.withholding.WithholdingRule.Match;
import io.quittance.withholding.WithholdingRule.Place;
import io.quittance.withholding.WithholdingRule.UnknownPlace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows of {@code withholding-rules.csv}. A cell may hold several values, separated by blanks, or {@code *} for all. */
final class RuleCells {

    static final List<String> COLUMNS = List.of(
            "id",
            "payer_country",
            "residence",
            "payee_kind",
            "income_kind",
            "tin",
            "place",
            "unknown_place",
            "certificate",
            "payer_role",
            "tax",
            "head",
            "name",
            "base",
            "rate_percent",
            "surcharge_percent",
            "rounding",
            "threshold",
            "threshold_single",
            "threshold_currency",
            "threshold_period",
            "threshold_effect",
            "trigger",
            "final",
            "return_code",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");

    /** A blank start says that no source states it; the rule was in force when it was read. */
    private static final LocalDate START_NOT_STATED = LocalDate.of(1900, 1, 1);

    private RuleCells() {}

    static WithholdingRule rule(Row row) {
        LocalDate from = row.optionalDate("valid_from");
        return new WithholdingRule(
                row.text("id"),
                row.date("recorded_at"),
                match(row),
                row.oneOf(TaxFamily.class, "tax"),
                row.text("head"),
                row.text("name"),
                levy(row),
                threshold(row),
                row.oneOf(WithholdingRule.Trigger.class, "trigger"),
                row.text("final").equals("yes"),
                row.optional("return_code"),
                WithholdingFiles.validity(row, from == null ? START_NOT_STATED : from),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static Match match(Row row) {
        row.text("residence");
        Place place = row.oneOf(Place.class, "place");
        String unknown = row.optional("unknown_place");
        if (place != Place.ANYWHERE && unknown == null) {
            throw row.wrong(
                    "unknown_place", "a row that asks for the place of work must say what an unknown one means");
        }
        return new Match(
                row.text("payer_country"),
                Set.copyOf(row.words("residence")),
                row.someOf(Contractor.Kind.class, "payee_kind"),
                row.someOf(IncomeKind.class, "income_kind"),
                tin(row),
                place,
                unknown == null ? UnknownPlace.HOLD : row.oneOf(UnknownPlace.class, "unknown_place"),
                row.optional("certificate"),
                row.optional("payer_role"));
    }

    private static @Nullable Boolean tin(Row row) {
        return switch (row.text("tin")) {
            case "GIVEN" -> Boolean.TRUE;
            case "NONE" -> Boolean.FALSE;
            case "*" -> null;
            default -> throw row.wrong("tin", "expected GIVEN, NONE or *");
        };
    }

    private static Levy levy(Row row) {
        return new Levy(
                row.oneOf(Levy.Base.class, "base"),
                WithholdingFiles.percent(row, "rate_percent"),
                row.optional("surcharge_percent") == null
                        ? BigDecimal.ZERO
                        : WithholdingFiles.percent(row, "surcharge_percent"),
                row.oneOf(Rounding.class, "rounding"));
    }

    private static @Nullable Threshold threshold(Row row) {
        if (row.optional("threshold") == null) {
            return null;
        }
        CurrencyUnit currency = row.currency("threshold_currency");
        return new Threshold(
                Money.of(currency, row.decimal("threshold")),
                row.optional("threshold_single") == null ? null : Money.of(currency, row.decimal("threshold_single")),
                row.oneOf(Threshold.Period.class, "threshold_period"),
                row.oneOf(Threshold.Effect.class, "threshold_effect"));
    }
}
