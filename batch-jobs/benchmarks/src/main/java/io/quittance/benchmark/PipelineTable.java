package io.quittance.benchmark;

import java.util.List;

/**
 * A table that intake and assess write.
 *
 * @param name with schema
 * @param written which of its rows they wrote; the others were there before
 * @param connections over how many connections they write it
 */
record PipelineTable(String name, String written, int connections) {

    private static final String BY_STAGE = "work_set like 'intake-%' or work_set like 'assess-%'";

    /** Referenced tables before those that refer to them. */
    static final List<PipelineTable> ALL = List.of(
            new PipelineTable("quittance.work_set", "stage in ('intake', 'assess')", 1),
            new PipelineTable("quittance.intake_file", BY_STAGE, 1),
            new PipelineTable("quittance.intake_delivery", BY_STAGE, 1),
            ofIntake("quittance.invoice"),
            ofIntake("quittance.invoice_line"),
            ofIntake("quittance.invoice_vat"),
            ofIntake("quittance.refusal"),
            ofIntake("quittance.intake_result"),
            new PipelineTable("quittance.finding", BY_STAGE, 1),
            new PipelineTable("quittance.assess_candidate", "true", 1),
            ofAssess("quittance.assessment"),
            ofAssess("quittance.document_key"),
            ofAssess("quittance.contract_use"),
            ofAssess("quittance.conversion"),
            ofAssess("quittance.vat_entry"),
            ofAssess("ledger.journal"),
            ofAssess("ledger.posting"),
            new PipelineTable("ledger.block", "true", 1),
            new PipelineTable("ledger.sealed_journal", "true", 1));

    private static PipelineTable ofIntake(String name) {
        return new PipelineTable(
                name,
                name.endsWith("intake_result")
                        ? "sha256 in (select sha256 from quittance.intake_file where kind = 'INVOICES')"
                        : "true",
                1);
    }

    /** Assess works on two partitions at once. */
    private static PipelineTable ofAssess(String name) {
        return new PipelineTable(name, "true", 2);
    }
}
