package io.quittance.fx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Rates and policies as tests write them: {@code ECB EUR USD 2026-11-20 1.10}. */
final class Rates {

    static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private Rates() {}

    static List<Rate> of(String page) {
        return page.strip().lines().map(Rates::rate).toList();
    }

    /** Source, base, quote, day or {@code from..to}, value. */
    static Rate rate(String row) {
        String[] cell = row.strip().split(" +");
        String[] days = cell[3].split("\\.\\.");
        return new Rate(
                cell[0],
                CurrencyUnit.of(cell[1]),
                CurrencyUnit.of(cell[2]),
                LocalDate.parse(days[0]),
                days.length == 1 ? LocalDate.parse(days[0]) : until(days[1]),
                new BigDecimal(cell[4]));
    }

    private static LocalDate until(String day) {
        return day.equals("open") ? Rate.OPEN_END : LocalDate.parse(day);
    }

    static FxPolicy general(Purpose purpose, int maxAgeDays) {
        return policy(null, purpose, "ECB EUR", DayRule.ON_OR_BEFORE, maxAgeDays);
    }

    /** @param source its name and its base: {@code ECB EUR} */
    static FxPolicy policy(@Nullable String entity, Purpose purpose, String source, DayRule days, int maxAgeDays) {
        String[] named = source.split(" ");
        return new FxPolicy(
                entity, null, purpose, named[0], CurrencyUnit.of(named[1]), days, maxAgeDays, 0, "test", LONG_AGO);
    }

    static FxPolicy hmrc(String entity) {
        return policy(entity, Purpose.VAT, "HMRC GBP", DayRule.ON_OR_BEFORE, 0);
    }

    static FxPolicies policies() {
        return FxPolicies.of(List.of(
                general(Purpose.BOOKING, 5), general(Purpose.VAT, 5), general(Purpose.PAYMENT, 5), hmrc("GB-LTD")));
    }
}
