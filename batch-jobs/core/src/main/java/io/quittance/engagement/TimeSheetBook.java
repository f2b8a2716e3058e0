package io.quittance.engagement;

import static io.quittance.engagement.Figures.figure;

import io.quittance.engagement.TimeSheet.Status;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.invoice.Period;
import io.quittance.party.Contract;
import io.quittance.party.Register;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The time sheets that are known, and which further ones fit to them: each revision once, a later one instead of an earlier one,
 * and no day approved twice. Takes rows one after another.
 */
public final class TimeSheetBook {

    private final Register register;
    private final LocalDate businessDate;
    private final Map<String, BigDecimal> billed;
    private final Map<String, NavigableMap<Integer, TimeSheet>> byName = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Work>> approvedDays = new HashMap<>();

    /**
     * A book in which some are known.
     *
     * @param known in the order of their revisions
     * @param billed how much was billed, by {@link #key}
     */
    public TimeSheetBook(
            Register register, LocalDate businessDate, Collection<TimeSheet> known, Map<String, BigDecimal> billed) {
        this.register = register;
        this.businessDate = businessDate;
        this.billed = Map.copyOf(billed);
        known.forEach(this::enter);
    }

    /**
     * What became of a row.
     *
     * @param isNew whether it is to be recorded; false when it is refused, or known already
     */
    public record Entry(boolean isNew, Findings findings) {}

    /** The piece of work of a contract, for maps. */
    public static String key(String contract, String work) {
        return contract + "\n" + work;
    }

    /** Takes the next row. */
    public Entry take(TimeSheet sheet) {
        TimeSheet same = revisions(sheet).get(sheet.work().revision());
        if (same != null && same.saysTheSameAs(sheet)) {
            return new Entry(false, Findings.NONE);
        }
        Findings findings =
                contract(sheet).and(approval(sheet)).and(revision(sheet)).and(overlap(sheet));
        if (findings.has(Severity.REJECT)) {
            return new Entry(false, findings);
        }
        Findings told = findings.and(belowBilled(sheet));
        enter(sheet);
        return new Entry(true, told);
    }

    private void enter(TimeSheet sheet) {
        revisions(sheet).put(sheet.work().revision(), sheet);
        Period period = sheet.work().period();
        if (period != null && sheet.status() != Status.SUBMITTED) {
            count(sheet, period.from());
        }
    }

    private NavigableMap<Integer, TimeSheet> revisions(TimeSheet sheet) {
        return byName.computeIfAbsent(key(sheet.contract(), sheet.work().name()), unused -> new TreeMap<>());
    }

    private Findings contract(TimeSheet sheet) {
        Optional<Contract> contract = register.contract(sheet.contract());
        if (contract.isEmpty()) {
            return invalid(
                    sheet,
                    "contract",
                    sheet.contract(),
                    "a contract of the register",
                    "the contract is not registered");
        }
        String currency = contract.get().currency().getCode();
        if (sheet.currency() != null && !sheet.currency().equals(currency)) {
            return invalid(
                    sheet,
                    "currency",
                    sheet.currency(),
                    currency,
                    "contract " + sheet.contract() + " is in " + currency);
        }
        if (contract.get().contractor().equals(sheet.approvedBy())) {
            return invalid(
                    sheet, "approved_by", null, "somebody else", "nobody approves the work that he bills himself");
        }
        return Findings.NONE;
    }

    private Findings approval(TimeSheet sheet) {
        LocalDate on = sheet.approvedOn();
        return on == null || !on.isAfter(businessDate)
                ? Findings.NONE
                : invalid(
                        sheet,
                        "approved_on",
                        on.toString(),
                        "at most " + businessDate,
                        "it is approved on " + on + ", but today is " + businessDate);
    }

    private Findings revision(TimeSheet sheet) {
        NavigableMap<Integer, TimeSheet> known = revisions(sheet);
        int revision = sheet.work().revision();
        if (known.isEmpty() || known.lastKey() < revision) {
            return Findings.NONE;
        }
        String message = known.containsKey(revision)
                ? "revision " + revision + " of " + sheet.work().name()
                        + " says something else than when it was taken in before"
                : "revision " + revision + " of " + sheet.work().name() + " comes after revision " + known.lastKey();
        return contradiction(
                sheet, "revision", Integer.toString(revision), "revision " + (known.lastKey() + 1), message);
    }

    /** Two approved time sheets of one unit never share a day, or it could be billed twice. */
    private Findings overlap(TimeSheet sheet) {
        Period period = sheet.work().period();
        if (sheet.status() != Status.APPROVED || period == null) {
            return Findings.NONE;
        }
        return Optional.ofNullable(approvedDays(sheet).floorEntry(period.to()))
                .map(Map.Entry::getValue)
                .filter(last -> !last.name().equals(sheet.work().name()))
                .map(Work::period)
                .filter(other -> other != null && other.overlaps(period))
                .map(other -> contradiction(
                        sheet,
                        "period_from",
                        period.toString(),
                        "days that no other approved time sheet covers",
                        period + " shares days with the approved time sheet of " + other))
                .orElse(Findings.NONE);
    }

    /** By their first days. Since they share none, the last one that begins by a day is the only one that may reach it. */
    private NavigableMap<LocalDate, Work> approvedDays(TimeSheet sheet) {
        return approvedDays.computeIfAbsent(
                key(sheet.contract(), String.valueOf(sheet.work().unit())), unused -> new TreeMap<>());
    }

    private void count(TimeSheet sheet, LocalDate from) {
        if (sheet.status() == Status.APPROVED) {
            approvedDays(sheet).put(from, sheet.work());
        } else {
            approvedDays(sheet)
                    .computeIfPresent(
                            from,
                            (unused, work) -> work.name().equals(sheet.work().name()) ? null : work);
        }
    }

    private Findings belowBilled(TimeSheet sheet) {
        BigDecimal so = billed.getOrDefault(key(sheet.contract(), sheet.work().name()), BigDecimal.ZERO);
        BigDecimal now = sheet.status() == Status.WITHDRAWN
                ? BigDecimal.ZERO
                : sheet.work().quantity();
        if (sheet.status() == Status.SUBMITTED || so.compareTo(now) <= 0) {
            return Findings.NONE;
        }
        return Findings.of(Finding.of(
                FindingCode.TIME_SHEET_BELOW_BILLED,
                sheet.place().at("quantity"),
                figure(now),
                "at least " + figure(so),
                sheet.work().name() + " of contract " + sheet.contract() + ": billed " + figure(so) + " - now approved "
                        + figure(now) + " = " + figure(so.subtract(now)) + " to be credited"));
    }

    private static Findings invalid(
            TimeSheet sheet, String field, @Nullable String read, String expected, String message) {
        return Findings.of(
                Finding.of(FindingCode.TIME_SHEET_INVALID, sheet.place().at(field), read, expected, message));
    }

    private static Findings contradiction(TimeSheet sheet, String field, String read, String expected, String message) {
        return Findings.of(
                Finding.of(FindingCode.TIME_SHEET_CONTRADICTS, sheet.place().at(field), read, expected, message));
    }
}
