package io.quittance.reconciliation;

import io.quittance.reconciliation.StatusReport.Level;
import io.quittance.reconciliation.StatusReport.Status;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a status report says about each payment: the lowest level that speaks decides, falling back upwards. A level that
 * says something we cannot read is not passed over, since a refusal above it may not be meant for this payment; only a
 * verification of payee is.
 */
public final class StatusReading {

    private static final String FILE = "";
    /** {@code DecimalNumber}: 18 digits, 17 of them decimals. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,17})?");

    private final StatusReport report;
    private final List<Status> transactions;
    private final Map<String, Status> byInstruction = new HashMap<>();
    private final Map<String, Status> byEndToEnd = new HashMap<>();
    private final Map<String, Status> byUetr = new HashMap<>();
    private final Map<String, Status> byBatch = new HashMap<>();
    private final Map<String, Status> ofFile = new HashMap<>();

    /** Reads the statuses of a report. */
    public StatusReading(StatusReport report) {
        this.report = report;
        transactions = report.statements().stream()
                .filter(status -> status.level() == Level.TRANSACTION)
                .toList();
        for (Status status : report.statements()) {
            switch (status.level()) {
                case FILE -> keep(ofFile, FILE, status);
                case BATCH -> keep(byBatch, status.paymentInformationId(), status);
                case TRANSACTION -> {
                    keep(byInstruction, status.instructionId(), status);
                    keep(byEndToEnd, status.endToEndId(), status);
                    keep(byUetr, lowerCase(status.uetr()), status);
                }
            }
        }
    }

    private static @Nullable String lowerCase(@Nullable String uetr) {
        return uetr == null ? null : uetr.toLowerCase(Locale.ROOT);
    }

    private static void keep(Map<String, Status> statuses, @Nullable String key, Status status) {
        if (key != null) {
            statuses.merge(
                    key,
                    status,
                    (before, now) -> StatusOutcome.weight(before) > StatusOutcome.weight(now) ? before : now);
        }
    }

    /** The status that decides about a payment; empty when the report is silent about it. */
    public Optional<Status> about(SentPayment payment) {
        return Stream.of(
                        byInstruction.get(payment.id()),
                        byEndToEnd.get(payment.endToEndId()),
                        byUetr.get(payment.uetr()),
                        byBatch.get(payment.batch()),
                        ofFile.get(FILE))
                .filter(Objects::nonNull)
                .filter(status -> !StatusOutcome.isVerification(status))
                .findFirst()
                .filter(status -> StatusOutcome.of(status) != StatusOutcome.SILENT);
    }

    /** Statuses of transactions that none of these payments is named by, in the report's order: somebody must ask the bank. */
    public List<Status> strangers(List<SentPayment> payments) {
        Set<String> known = new HashSet<>();
        for (SentPayment payment : payments) {
            known.addAll(List.of(payment.id(), payment.endToEndId(), payment.uetr()));
        }
        return transactions.stream()
                .filter(status -> Stream.of(status.instructionId(), status.endToEndId(), lowerCase(status.uetr()))
                        .filter(Objects::nonNull)
                        .noneMatch(known::contains))
                .toList();
    }

    /**
     * Where the report speaks of another number or sum of payments than were sent: then it may be about another file of
     * that name, and nothing in it can be trusted.
     *
     * @param payments everything that the file ordered
     */
    public List<String> contradictions(List<SentPayment> payments) {
        return report.originals().stream()
                .flatMap(original -> contradictions(original, payments))
                .toList();
    }

    private static Stream<String> contradictions(StatusReport.Original original, List<SentPayment> payments) {
        String batch = original.paymentInformationId();
        List<SentPayment> meant = payments.stream()
                .filter(payment -> batch == null || batch.equals(payment.batch()))
                .toList();
        BigDecimal sum =
                meant.stream().map(payment -> payment.amount().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        String where = batch == null ? "" : "batch " + batch + ": ";
        return Stream.of(
                        contradiction(where + "number of payments", original.count(), BigDecimal.valueOf(meant.size())),
                        contradiction(where + "sum", original.sum(), sum))
                .flatMap(Optional::stream);
    }

    private static Optional<String> contradiction(String what, @Nullable String stated, BigDecimal sent) {
        boolean agrees =
                stated == null || NUMBER.matcher(stated).matches() && new BigDecimal(stated).compareTo(sent) == 0;
        return agrees ? Optional.empty() : Optional.of(what + " is " + stated + ", sent " + sent.toPlainString());
    }
}
