package io.quittance.payment;

import java.util.List;

/**
 * What a run does about one contractor: payments, sets that cancel out, one decision per candidate, and what is withheld from the
 * documents that are paid.
 */
public record PayeePlan(
        List<Payment> payments, List<Netting> nettings, List<Decision> decisions, List<Deduction> deductions) {

    /**
     * Invoices and credit notes of one currency that cancel out to zero: settled without a transfer.
     *
     * @param id run, contractor and currency
     */
    public record Netting(String id, String contractor, List<Settlement> settlements) {}
}
