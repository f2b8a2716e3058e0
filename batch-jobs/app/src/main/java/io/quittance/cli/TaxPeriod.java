package io.quittance.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month or a quarter, as people type it.
 *
 * @param from its first day
 * @param before the first day after it
 */
record TaxPeriod(LocalDate from, LocalDate before) {

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-[Qq]([1-4])");
    private static final int MONTHS = 3;

    /** {@code 2026-11} or {@code 2026-Q4}. @throws Refused for anything else */
    static TaxPeriod of(String typed) {
        Matcher month = MONTH.matcher(typed);
        if (month.matches()) {
            return months(YearMonth.parse(typed), 1);
        }
        Matcher quarter = QUARTER.matcher(typed);
        if (quarter.matches()) {
            int first = (Integer.parseInt(quarter.group(2)) - 1) * MONTHS + 1;
            return months(YearMonth.of(Integer.parseInt(quarter.group(1)), first), MONTHS);
        }
        throw new Refused(
                ExitCode.USAGE, "--period " + typed + " is neither a month (2026-11) nor a quarter (2026-Q4).");
    }

    private static TaxPeriod months(YearMonth first, int count) {
        return new TaxPeriod(first.atDay(1), first.plusMonths(count).atDay(1));
    }
}
