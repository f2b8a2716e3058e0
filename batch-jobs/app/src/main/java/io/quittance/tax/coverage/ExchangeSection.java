package io.quittance.tax.coverage;

import io.quittance.tax.coverage.Rows.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which exchange rate VAT is converted at. */
final class ExchangeSection implements Section {

    private final Rows policies;
    private final LocalDate on;

    ExchangeSection(Rows policies, LocalDate on) {
        this.policies = policies;
        this.on = on;
    }

    @Override
    public String title() {
        return "Exchange rates for VAT";
    }

    @Override
    public List<String> of(Payer payer) {
        return policy(payer)
                .map(row -> List.of("- %s, %s, at most %s days old%s: %s"
                        .formatted(
                                row.text("source"),
                                row.text("days").isEmpty()
                                        ? "the day or the newest before it"
                                        : row.text("days")
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', ' '),
                                row.text("max_age_days"),
                                row.text("lock_in_months").isEmpty()
                                        ? ""
                                        : ", locked in for " + row.text("lock_in_months") + " months",
                                row.text("basis"))))
                .orElse(List.of("- no policy: what is not in the currency of the return is held"));
    }

    private Optional<Row> policy(Payer payer) {
        return inForce(payer.code()).or(() -> inForce(payer.area())).or(() -> inForce(""));
    }

    private Optional<Row> inForce(String jurisdiction) {
        return policies.all().stream()
                .filter(row -> row.text("purpose").equals("VAT")
                        && row.text("entity").isEmpty()
                        && row.text("jurisdiction").equals(jurisdiction)
                        && row.holdsOn(on))
                .max(Comparator.comparing(row -> row.from().orElse(LocalDate.MIN)));
    }
}
