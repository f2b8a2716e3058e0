package io.quittance.reconciliation.job;

import io.quittance.bookkeeping.PaymentBooking;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.ledger.Journal;
import io.quittance.ledger.store.Journals;
import io.quittance.payment.store.PaymentEvents;
import io.quittance.payment.store.PaymentEvents.Event;
import io.quittance.reconciliation.SentPayment;
import io.quittance.reconciliation.StatusOutcome;
import io.quittance.reconciliation.StatusReading;
import io.quittance.reconciliation.StatusReport;
import io.quittance.reconciliation.StatusReport.Reason;
import io.quittance.reconciliation.StatusReport.Status;
import io.quittance.reconciliation.job.MessageReader.Opened;
import io.quittance.reconciliation.store.BankRows;
import io.quittance.stage.WorkSet;
import io.quittance.withholding.store.Withholdings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts on a status report: a refused payment is taken back in the books and its documents are open again. */
@Component
public class StatusIntake {

    private final BankRows rows;
    private final PaymentEvents events;
    private final Journals journals;
    private final Withholdings withholdings;

    public StatusIntake(BankRows rows, PaymentEvents events, Journals journals, Withholdings withholdings) {
        this.withholdings = withholdings;
        this.rows = rows;
        this.events = events;
        this.journals = journals;
    }

    /** Takes in one report; what a person must look at comes back as findings. */
    Reception take(WorkSet work, Opened opened, StatusReport report) {
        String file = opened.file().name();
        List<SentPayment> sent =
                report.originalMessageId() == null ? List.of() : events.ofFile(report.originalMessageId());
        if (sent.isEmpty()) {
            return Reception.refused(unmatched(file, report, "file " + report.originalMessageId()));
        }
        var reading = new StatusReading(report);
        List<String> contradictions = reading.contradictions(sent);
        if (!contradictions.isEmpty()) {
            return Reception.refused(differs(file, report, contradictions));
        }
        rows.insert(work.id(), opened.message(), report);
        return Reception.taken(act(new Heard(work, report, file), reading, sent));
    }

    /** A report that is acted on. */
    private record Heard(WorkSet work, StatusReport report, String file) {}

    private Findings act(Heard heard, StatusReading reading, List<SentPayment> sent) {
        var findings = new ArrayList<Finding>();
        var booked = new ArrayList<Journal>();
        for (SentPayment payment : sent) {
            reading.about(payment).ifPresent(status -> act(new Spoken(heard, payment, status), findings, booked));
        }
        journals.post(heard.work().id(), booked);
        reading.strangers(sent)
                .forEach(status ->
                        findings.add(unmatched(heard.file(), heard.report(), "payment " + status.endToEndId())));
        return new Findings(findings);
    }

    /** A status about one payment. */
    private record Spoken(Heard heard, SentPayment payment, Status status) {}

    private void act(Spoken spoken, List<Finding> findings, List<Journal> booked) {
        SentPayment payment = spoken.payment();
        boolean refused = StatusOutcome.of(spoken.status()) == StatusOutcome.REJECTED;
        Optional<String> before = refused ? notRefusable(payment) : refusalTakenBack(payment, spoken.status());
        before.ifPresent(state -> findings.add(conflict(spoken, state)));
        if (refused && (before.isPresent() || payment.state() == SentPayment.State.REJECTED)) {
            return;
        }
        LocalDate on = spoken.heard().work().businessDate();
        var event = new Event(
                payment.id(),
                refused ? "REJECTED" : "ACCEPTED",
                spoken.status().code(),
                reasons(spoken.status()),
                on,
                "pain.002 " + spoken.heard().report().messageId());
        if (events.record(spoken.heard().work().id(), event) && refused) {
            events.reopen(payment.id());
            booked.add(PaymentBooking.rejected(Bookings.of(payment, withholdings.of(payment.id())), on));
        }
    }

    /** What a refusal contradicts. Money that the bank says has left comes back by a return only: nothing is paid again before. */
    private Optional<String> notRefusable(SentPayment payment) {
        return switch (payment.state()) {
            case REJECTED -> Optional.empty();
            case SETTLED, RETURNED -> Optional.of(payment.state().name());
            case ORDERED -> events.saidToHaveLeft(payment.id());
        };
    }

    private static Optional<String> refusalTakenBack(SentPayment payment, Status status) {
        return payment.state() == SentPayment.State.REJECTED && StatusOutcome.saysMoneyLeft(status)
                ? Optional.of(payment.state().name())
                : Optional.empty();
    }

    private static Finding unmatched(String file, StatusReport report, String what) {
        return Finding.of(
                FindingCode.STATUS_UNMATCHED,
                Place.of(file),
                what,
                "a file or payment that was released",
                "status report " + report.messageId() + " speaks of " + what + ", which was never sent");
    }

    private static Finding differs(String file, StatusReport report, List<String> contradictions) {
        return Finding.of(
                FindingCode.STATUS_TOTALS_DIFFER,
                Place.of(file),
                null,
                null,
                "status report " + report.messageId() + " of file " + report.originalMessageId() + ": "
                        + String.join("; ", contradictions));
    }

    private static Finding conflict(Spoken spoken, String before) {
        SentPayment payment = spoken.payment();
        return Finding.of(
                FindingCode.STATUS_CONFLICT,
                Place.of(spoken.heard().file()),
                spoken.status().code(),
                before,
                "status report " + spoken.heard().report().messageId() + " says "
                        + spoken.status().code() + " of " + payment.id() + ", which is " + before
                        + " already");
    }

    private static @Nullable String reasons(Status status) {
        String text = status.reasons().stream().map(StatusIntake::reason).collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }

    private static String reason(Reason reason) {
        return Stream.of(reason.code(), reason.text()).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
