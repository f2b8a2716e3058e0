package io.quittance.report;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * One document that is still owed, for the sheet OpenItems.
 *
 * @param open what is owed, negative for a credit note not yet set off
 * @param journal of its acceptance
 */
public record OpenRow(
        String invoice,
        String entity,
        String contractor,
        String name,
        String number,
        LocalDate dueDate,
        Money open,
        String journal) {}
