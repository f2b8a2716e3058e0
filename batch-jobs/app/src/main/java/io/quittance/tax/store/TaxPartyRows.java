package io.quittance.tax.store;

import io.quittance.assessment.Accepted;
import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.tax.TaxPolicies.Between;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** Keeps what the determination of accepted documents took for granted of both parties: registers change, entries do not. */
@Repository
public class TaxPartyRows {

    private static final CopyTable PARTY = CopyTable.of(
            "quittance.tax_party",
            "invoice",
            "payer_vat_country",
            "payer_vat_id",
            "recovery_percent",
            "supplier_vat_country",
            "supplier_vat_id",
            "supplier_standing",
            "supplier_kind");

    private final CopyWriter copy;

    public TaxPartyRows(CopyWriter copy) {
        this.copy = copy;
    }

    /** One row per document, in the transaction of the chunk. */
    public void write(List<Accepted> page) {
        copy.write(PARTY, page, TaxPartyRows::row);
    }

    private static void row(CopyRow row, Accepted accepted) {
        Between between = Objects.requireNonNull(
                        accepted.tax().ruling(), "nothing is accepted before the policies were asked")
                .between();
        row.uuid(accepted.invoice().id())
                .text(between.payer().vatCountry())
                .text(between.payer().vatId())
                .number(between.payer().recoveryPercent())
                .text(between.supplier().vatCountry())
                .text(between.supplier().vatId())
                .text(between.supplier().standing().name())
                .text(between.supplier().kind().name());
    }
}
