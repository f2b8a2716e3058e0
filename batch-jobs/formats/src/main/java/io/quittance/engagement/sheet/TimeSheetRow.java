package io.quittance.engagement.sheet;

import io.quittance.engagement.TimeSheet;
import io.quittance.engagement.TimeSheet.Status;
import io.quittance.engagement.Work;
import io.quittance.invoice.Period;
import io.quittance.invoice.file.FieldReader;
import io.quittance.party.WorkUnit;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.table.TableError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row: time of a period, or a milestone, never both. Everything wrong with it is noted at once. */
final class TimeSheetRow {

    private static final Pattern CONTRACT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#-]{0,79}");
    private static final Pattern MILESTONE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{1,39}");
    private static final Pattern PERSON = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .@_'-]{0,99}");

    /** How much of a unit fits into a day, generously: a typing error of a digit more does not. */
    private static final BigDecimal HOURS_A_DAY = new BigDecimal("24");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int DAYS_A_WEEK = 7;
    private static final int SHORTEST_MONTH = 28;

    private final Row row;
    private final List<TableError> faults = new ArrayList<>();

    TimeSheetRow(Row row) {
        this.row = row;
    }

    List<TableError> faults() {
        return faults;
    }

    /** The row; empty when something is wrong with it. */
    Optional<TimeSheet> read() {
        String contract = noted(() -> matching("contract", CONTRACT, "the id of a contract"));
        Integer revision = noted(this::revision);
        Status status = noted(() -> row.oneOf(Status.class, "status"));
        boolean decided = status != null && status != Status.SUBMITTED;
        String by = decided ? noted(this::person) : null;
        LocalDate on = decided ? noted(() -> day("approved_on")) : null;
        Work work = isMilestone() ? milestone(revision) : time(revision);
        if (contract == null || status == null || work == null || !faults.isEmpty()) {
            return Optional.empty();
        }
        String currency = isMilestone() ? row.text("currency") : null;
        return Optional.of(new TimeSheet(row.place(), contract, work, currency, status, by, on));
    }

    private boolean isMilestone() {
        return row.optional("milestone") != null;
    }

    private @Nullable Work milestone(@Nullable Integer revision) {
        String id = noted(() -> matching("milestone", MILESTONE, "letters, digits and hyphens, two at least"));
        BigDecimal amount = noted(this::amount);
        refuse("milestone says nothing of time", "unit", "quantity", "period_from", "period_to");
        return id == null || amount == null || revision == null ? null : Work.milestone(id, amount, revision);
    }

    private BigDecimal amount() {
        BigDecimal amount = Cells.positive(row.text("amount"), row.place().at("amount"));
        int decimals = row.currency("currency").getDecimalPlaces();
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw row.wrong("amount", "%s has more than %d decimals".formatted(amount.toPlainString(), decimals));
        }
        return amount;
    }

    private @Nullable Work time(@Nullable Integer revision) {
        WorkUnit unit = noted(() -> row.oneOf(WorkUnit.class, "unit"));
        Period period = noted(this::period);
        BigDecimal quantity =
                noted(() -> Cells.positive(row.text("quantity"), row.place().at("quantity")));
        refuse("time sheet says nothing of amounts", "amount", "currency");
        if (unit == null || period == null || quantity == null || revision == null) {
            return null;
        }
        noted(() -> possible(unit, period, quantity));
        return Work.time(unit, period, quantity, revision);
    }

    private void refuse(String reason, String... columns) {
        Stream.of(columns)
                .filter(column -> row.optional(column) != null)
                .forEach(column -> faults.add(row.wrong(column, "a row of a " + reason + ": the cell is to be blank")));
    }

    private Period period() {
        LocalDate from = day("period_from");
        LocalDate to = day("period_to");
        if (to.isBefore(from)) {
            throw row.wrong("period_to", "the period ends on %s before it begins on %s".formatted(to, from));
        }
        return new Period(from, to);
    }

    /** A day that somebody can have worked on: neither year 0 nor 12345, which no database column holds. */
    private LocalDate day(String column) {
        LocalDate day = row.date(column);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw row.wrong(column, "the year %d is none of %d to %d".formatted(day.getYear(), FIRST_YEAR, LAST_YEAR));
        }
        return day;
    }

    /** Who decided it. Names of people do not get into messages. */
    private String person() {
        String text = row.text("approved_by");
        if (!PERSON.matcher(text).matches()) {
            throw row.wrong(
                    "approved_by", "the name or id is longer than 100 characters, or has signs that names have not");
        }
        return text;
    }

    private BigDecimal possible(WorkUnit unit, Period period, BigDecimal quantity) {
        long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        BigDecimal most = switch (unit) {
            case HUR -> HOURS_A_DAY.multiply(BigDecimal.valueOf(days));
            case DAY -> BigDecimal.valueOf(days);
            case WEE -> BigDecimal.valueOf(Math.ceilDiv(days, DAYS_A_WEEK));
            case MON -> BigDecimal.valueOf(Math.ceilDiv(days, SHORTEST_MONTH));
        };
        if (quantity.compareTo(most) > 0) {
            throw row.wrong(
                    "quantity",
                    "%s %s in %d days are more than %s".formatted(quantity.toPlainString(), unit, days, most));
        }
        return quantity;
    }

    private int revision() {
        int revision = row.wholeNumber("revision");
        if (revision == 0 || revision > Short.MAX_VALUE) {
            throw row.wrong("revision", "revisions count from 1 to " + Short.MAX_VALUE);
        }
        return revision;
    }

    private String matching(String column, Pattern pattern, String expected) {
        String text = row.text(column);
        if (!pattern.matcher(text).matches()) {
            throw row.wrong(column, "\"%s\" is not %s".formatted(FieldReader.shown(text), expected));
        }
        return text;
    }

    private <T> @Nullable T noted(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (TableError fault) {
            faults.add(fault);
            return null;
        }
    }
}
