package io.quittance.party.store;

import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryEvidence;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** What each assessment knew of the VAT ids that its tax hangs on: by COPY, in the transaction of its page. */
@Repository
public class EvidenceRows {

    private static final CopyTable EVIDENCE = CopyTable.of(
            "quittance.registry_evidence",
            "invoice",
            "attempt",
            "role",
            "number",
            "tax_point",
            "standing",
            "answer",
            "age_days");

    private final CopyWriter copy;

    public EvidenceRows(CopyWriter copy) {
        this.copy = copy;
    }

    /** One piece of evidence of one attempt. */
    public record Shown(UUID invoice, int attempt, RegistryEvidence evidence) {}

    /** Writes what the assessments of a page knew. */
    public void write(List<Shown> shown) {
        if (!shown.isEmpty()) {
            copy.write(EVIDENCE, shown, EvidenceRows::row);
        }
    }

    private static void row(CopyRow row, Shown shown) {
        RegistryEvidence evidence = shown.evidence();
        RegistryAnswer answer = evidence.answer();
        row.uuid(shown.invoice())
                .number(shown.attempt())
                .text(evidence.role().name())
                .text(evidence.number())
                .date(evidence.on())
                .text(evidence.standing().name())
                .uuid(answer == null ? null : answer.id())
                .number(evidence.ageDays());
    }
}
