package io.quittance.reconciliation.camt053;

import io.quittance.reconciliation.Statement;
import java.util.List;

/**
 * What a camt.053 holds.
 *
 * @param statements in document order, with their booked entries only
 * @param notBooked how many entries were pending, announced or for information (PDNG, FUTR, INFO) and left out: their booking comes later
 */
public record BookedStatements(List<Statement> statements, int notBooked) {

    public BookedStatements {
        statements = List.copyOf(statements);
    }
}
