package io.quittance.reconciliation;

import io.quittance.reconciliation.StatusReport.Level;
import io.quittance.reconciliation.StatusReport.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a status report says about each payment: the lowest level that speaks decides, falling back upwards. A level that
 * says something we cannot read is not passed over, since a refusal above it may not be meant for this payment; only a
 * verification of payee is.
 */
public final class StatusReading {

    private static final String FILE = "";

    private final List<Status> transactions;
    private final Map<String, Status> byInstruction = new HashMap<>();
    private final Map<String, Status> byEndToEnd = new HashMap<>();
    private final Map<String, Status> byBatch = new HashMap<>();
    private final Map<String, Status> ofFile = new HashMap<>();

    /** Reads the statuses of a report. */
    public StatusReading(StatusReport report) {
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
                }
            }
        }
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
                        byBatch.get(payment.batch()),
                        ofFile.get(FILE))
                .filter(Objects::nonNull)
                .filter(status -> !StatusOutcome.isVerification(status))
                .findFirst()
                .filter(status -> StatusOutcome.of(status) != StatusOutcome.SILENT);
    }

    /** Statuses of transactions that none of these payments is named by, in the report's order: somebody must ask the bank. */
    public List<Status> strangers(List<SentPayment> payments) {
        Set<String> instructions = new HashSet<>();
        Set<String> endToEnds = new HashSet<>();
        for (SentPayment payment : payments) {
            instructions.add(payment.id());
            endToEnds.add(payment.endToEndId());
        }
        return transactions.stream()
                .filter(status -> status.instructionId() == null || !instructions.contains(status.instructionId()))
                .filter(status -> status.endToEndId() == null || !endToEnds.contains(status.endToEndId()))
                .toList();
    }
}
