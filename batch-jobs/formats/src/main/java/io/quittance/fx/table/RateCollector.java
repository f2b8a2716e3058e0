package io.quittance.fx.table;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.fx.Rate;
import io.quittance.fx.RateJumps;
import io.quittance.fx.RateSheet;
import io.quittance.table.TableError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * Gathers the rates of one publisher's file. The same rate twice is one; another value for the same days is a reason to
 * refuse the file; a currency that we do not know is left out with a word.
 */
public final class RateCollector {

    /** More reasons than this to refuse one file help nobody. */
    private static final int MAX_REASONS = 50;

    /** As {@code numeric(38,12)} keeps it: what has more is told, not rounded. */
    private static final int MOST_DECIMALS = 12;

    private record Quotation(String source, CurrencyUnit base, CurrencyUnit quote, LocalDate from, LocalDate to) {
        static Quotation of(Rate rate) {
            return new Quotation(rate.source(), rate.base(), rate.quote(), rate.from(), rate.to());
        }
    }

    private record Read(Rate rate, Place place) {}

    private final Place file;
    private final Map<Quotation, Read> seen = new HashMap<>();
    private final List<Rate> rates = new ArrayList<>();
    private final List<Finding> reasons = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();
    private final Set<String> unknown = new HashSet<>();

    public RateCollector(Place file) {
        this.file = file;
    }

    /** Reads one row or cell; what is wrong with it becomes a finding, and the next one is read. */
    public void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (TableError wrong) {
            refuse(wrong);
        }
    }

    /** Refuses the file for this reason. */
    public void refuse(TableError wrong) {
        if (reasons.size() < MAX_REASONS) {
            reasons.add(Finding.of(FindingCode.RATE_FILE_INVALID, wrong.place(), null, null, wrong.reason()));
        }
    }

    /** The currency of a code; empty, with a warning once a code, when the register of currencies lacks it. */
    public Optional<CurrencyUnit> quoted(String code, Place place) {
        try {
            return Optional.of(CurrencyUnit.of(code));
        } catch (IllegalCurrencyException notKnown) {
            if (unknown.add(code)) {
                remarks.add(leftOut(code, place));
            }
            return Optional.empty();
        }
    }

    /** Takes a rate in. @throws TableError when the file gives another value for the same days, or one too fine to keep */
    public void add(Rate rate, Place place) {
        if (rate.value().stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new TableError(
                    place, "%s has more than %d decimals".formatted(rate.value().toPlainString(), MOST_DECIMALS));
        }
        Read before = seen.putIfAbsent(Quotation.of(rate), new Read(rate, place));
        if (before == null) {
            rates.add(rate);
        } else if (before.rate().value().compareTo(rate.value()) != 0) {
            throw new TableError(
                    place,
                    "%s for %s is %s here, but %s in line %d"
                            .formatted(
                                    rate.pair(),
                                    rate.from(),
                                    rate.value().toPlainString(),
                                    before.rate().value().toPlainString(),
                                    before.place().line()));
        }
    }

    /** What was read. */
    public RateSheet sheet() {
        overlaps();
        if (rates.isEmpty() && reasons.isEmpty()) {
            refuse(new TableError(file, "there is no rate in it"));
        }
        Findings found = new Findings(reasons).and(new Findings(remarks));
        return new RateSheet(rates, reasons.isEmpty() ? found.and(RateJumps.in(rates, file)) : found);
    }

    /** Periods of one source and pair follow one another; two that overlap say two things of one day. */
    private void overlaps() {
        var ordered = new ArrayList<>(seen.values());
        ordered.sort(Comparator.comparing((Read read) -> read.rate().pair())
                .thenComparing(read -> read.rate().from())
                .thenComparing(read -> read.rate().to()));
        for (int i = 1; i < ordered.size(); i++) {
            Rate before = ordered.get(i - 1).rate();
            Rate after = ordered.get(i).rate();
            if (before.pair().equals(after.pair()) && !after.from().isAfter(before.to())) {
                refuse(new TableError(
                        ordered.get(i).place(),
                        "the period of %s from %s overlaps the one from %s to %s"
                                .formatted(after.pair(), after.from(), before.from(), before.to())));
            }
        }
    }

    private static Finding leftOut(String code, Place place) {
        return new Finding(
                FindingCode.RATE_FILE_INVALID,
                Severity.WARN,
                place,
                code,
                "an ISO 4217 code",
                "%s is no currency that we know; its rates are left out".formatted(code),
                "Nothing to do unless somebody invoices in it; then add it to the currencies of config.");
    }
}
