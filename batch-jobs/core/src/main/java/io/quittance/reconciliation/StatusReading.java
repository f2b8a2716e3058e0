package io.quittance.reconciliation;

import io.quittance.reconciliation.StatusReport.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a status report says about each payment: the lowest level that speaks decides, falling back upwards. */
public final class StatusReading {

    private final Map<String, Status> byTransaction = new HashMap<>();
    private final Map<String, Status> byBatch = new HashMap<>();
    private Optional<Status> ofFile = Optional.empty();

    /** Reads the statuses of a report. */
    public StatusReading(StatusReport report) {
        for (Status status : report.statements()) {
            switch (status.level()) {
                case FILE -> ofFile = Optional.of(status);
                case BATCH -> {
                    if (status.paymentInformationId() != null) {
                        byBatch.put(status.paymentInformationId(), status);
                    }
                }
                case TRANSACTION -> {
                    if (status.endToEndId() != null) {
                        byTransaction.put(status.endToEndId(), status);
                    }
                }
            }
        }
    }

    /** The status that decides about a payment; empty when the report is silent about it. */
    public Optional<Status> about(SentPayment payment) {
        return Optional.ofNullable(byTransaction.get(payment.endToEndId()))
                .or(() -> Optional.ofNullable(byBatch.get(payment.batch())))
                .or(() -> ofFile)
                .filter(status -> StatusOutcome.of(status) != StatusOutcome.SILENT);
    }

    /** Statuses of transactions that none of these payments is named by: somebody must ask the bank. */
    public List<Status> strangers(List<SentPayment> payments) {
        var rest = new HashMap<>(byTransaction);
        payments.forEach(payment -> rest.remove(payment.endToEndId()));
        return new ArrayList<>(rest.values());
    }
}
