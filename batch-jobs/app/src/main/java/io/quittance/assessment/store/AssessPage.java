package io.quittance.assessment.store;

import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import java.time.LocalDate;
import java.util.List;

/**
 * A portion of the frozen work of an assessment, in its frozen order: assessed and written in one transaction.
 *
 * @param last the position of the last task, from which the next page goes on
 */
public record AssessPage(List<Task> tasks, long last) {

    /**
     * One document to assess.
     *
     * @param attempt 1 for the first time, more for a held document that is looked at again
     * @param received the business date of its intake
     * @param fromReading what was found when it was taken in and may count here: with the severity that it had there
     */
    public record Task(Invoice invoice, int attempt, LocalDate received, Findings fromReading) {}

    /** The documents of the page. */
    public List<Invoice> invoices() {
        return tasks.stream().map(Task::invoice).toList();
    }
}
