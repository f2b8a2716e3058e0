package io.quittance.tax.table;

import io.quittance.finding.Place;
import io.quittance.money.Rounding;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import io.quittance.tax.Confidence;
import io.quittance.tax.Jurisdictions;
import io.quittance.tax.RecoveryRule;
import io.quittance.tax.RecoveryRules;
import io.quittance.tax.RoundingPolicies;
import io.quittance.tax.RoundingPolicy;
import io.quittance.tax.RoundingPolicy.Grain;
import io.quittance.tax.TaxDates;
import io.quittance.tax.TaxPointRule;
import io.quittance.tax.TaxPoints;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.Treatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads tax points, rounding policies and recovery rules of {@code config/tax}. A wrong cell is a {@link TableError}. */
public final class TaxPolicyFiles {

    private static final String TAX_POINTS = "tax-points.csv";
    private static final String RECOVERY_RULES = "recovery-rules.csv";
    private static final String ROUNDING_POLICIES = "rounding-policies.csv";

    private static final List<String> POINTS = List.of(
            "id",
            "jurisdictions",
            "treatments",
            "supply",
            "event",
            "meanwhile",
            "basis",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");
    private static final List<String> ROUNDINGS = List.of(
            "id",
            "jurisdiction",
            "currency",
            "level",
            "scale",
            "step",
            "mode",
            "sum_mode",
            "parts",
            "favour",
            "users",
            "basis",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");
    private static final List<String> RECOVERIES = List.of(
            "id",
            "jurisdictions",
            "treatments",
            "supplier",
            "standings",
            "services",
            "share",
            "percent",
            "included_percent",
            "full_from",
            "nothing_to",
            "moment",
            "cap",
            "basis",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");

    private TaxPolicyFiles() {}

    /** All three tables of a folder. One that was frozen before there were any has none of them, and the general policies. */
    public static TaxPolicies read(Path folder) throws IOException {
        if (Stream.of(TAX_POINTS, RECOVERY_RULES, ROUNDING_POLICIES)
                .noneMatch(name -> Files.exists(folder.resolve(name)))) {
            return TaxPolicies.GENERAL;
        }
        List<TaxPointRule> points = rows(folder, TAX_POINTS, POINTS, TaxPolicyFiles::point);
        List<RecoveryRule> recoveries = rows(folder, RECOVERY_RULES, RECOVERIES, TaxPolicyFiles::recovery);
        return new TaxPolicies(TaxPoints.of(points), roundings(folder), RecoveryRules.of(recoveries));
    }

    /** The rounding policies alone, for who looks at a document without the rest. */
    public static RoundingPolicies roundings(Path folder) throws IOException {
        List<RoundingPolicy> policies = rows(folder, ROUNDING_POLICIES, ROUNDINGS, TaxPolicyFiles::rounding);
        try {
            return RoundingPolicies.of(policies);
        } catch (IllegalArgumentException incomplete) {
            throw new TableError(Place.of(ROUNDING_POLICIES), String.valueOf(incomplete.getMessage()));
        }
    }

    private static <R> List<R> rows(Path folder, String name, List<String> columns, Function<Row, R> reading)
            throws IOException {
        return Table.read(folder.resolve(name), columns).distinct("id").rows().stream()
                .map(reading)
                .toList();
    }

    private static TaxPointRule point(Row row) {
        var event = row.oneOf(TaxPointRule.Event.class, "event");
        var meanwhile = row.oneOf(TaxPointRule.Meanwhile.class, "meanwhile");
        if (event.waitsForPayment() == (meanwhile == TaxPointRule.Meanwhile.NOTHING)) {
            throw row.wrong("meanwhile", "a day stands for the payment where that decides, and nowhere else");
        }
        return new TaxPointRule(
                row.text("id"),
                new TaxPointRule.Match(
                        jurisdictions(row),
                        row.someOf(Treatment.class, "treatments"),
                        row.someOf(TaxDates.Supply.class, "supply")),
                event,
                meanwhile,
                row.text("basis"),
                TaxTableFiles.validity(row, row.date("valid_from")),
                row.date("recorded_at"),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static RoundingPolicy rounding(Row row) {
        String sum = row.optional("sum_mode");
        return new RoundingPolicy(
                row.text("id"),
                row.text("jurisdiction"),
                row.optional("currency") == null ? null : row.currency("currency"),
                row.oneOf(RoundingPolicy.Level.class, "level"),
                grain(row),
                row.oneOf(Rounding.class, "mode"),
                sum == null ? Rounding.HALF_UP : row.oneOf(Rounding.class, "sum_mode"),
                row.words("parts").stream()
                        .map(part -> Cells.positive(part, row.place().at("parts")))
                        .toList(),
                row.oneOf(RoundingPolicy.Favour.class, "favour"),
                row.someOf(RoundingPolicy.User.class, "users"),
                row.text("basis"),
                TaxTableFiles.validity(row, row.date("valid_from")),
                row.date("recorded_at"),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static Grain grain(Row row) {
        if (row.optional("scale") == null) {
            return Grain.MINOR_UNIT;
        }
        int step = row.wholeNumber("step");
        if (step == 0) {
            throw row.wrong("step", "a step is at least 1");
        }
        return new Grain(row.wholeNumber("scale"), step);
    }

    private static RecoveryRule recovery(Row row) {
        return new RecoveryRule(
                row.text("id"),
                new RecoveryRule.Match(
                        jurisdictions(row),
                        row.someOf(Treatment.class, "treatments"),
                        row.oneOf(RecoveryRule.Supplier.class, "supplier"),
                        row.someOf(VatStanding.class, "standings"),
                        row.someOf(ServiceKind.class, "services")),
                row.oneOf(RecoveryRule.Share.class, "share"),
                percent(row),
                row.optional("included_percent") == null ? null : row.decimal("included_percent"),
                new RecoveryRule.Steps(orElse(row, "full_from", 100), orElse(row, "nothing_to", 0)),
                row.oneOf(RecoveryRule.Moment.class, "moment"),
                row.optional("cap"),
                row.text("basis"),
                TaxTableFiles.validity(row, row.date("valid_from")),
                row.date("recorded_at"),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static BigDecimal percent(Row row) {
        BigDecimal percent = row.decimal("percent");
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw row.wrong("percent", "\"%s\" is more than 100".formatted(percent.toPlainString()));
        }
        return percent;
    }

    private static int orElse(Row row, String column, int otherwise) {
        return row.optional(column) == null ? otherwise : row.wholeNumber(column);
    }

    private static Jurisdictions jurisdictions(Row row) {
        row.text("jurisdictions");
        return new Jurisdictions(Set.copyOf(row.words("jurisdictions")));
    }
}
