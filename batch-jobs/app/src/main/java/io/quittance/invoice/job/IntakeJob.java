package io.quittance.invoice.job;

import io.quittance.assessment.Parties;
import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles;
import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadDocument.Understood;
import io.quittance.invoice.store.IntakeRows;
import io.quittance.invoice.store.IntakeRows.Read;
import io.quittance.ledger.job.SealStep;
import io.quittance.party.Register;
import io.quittance.stage.FrozenContexts;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads archived files into normalised invoices and refusals, and lays out the refused. */
@Configuration
public class IntakeJob {

    private static final int DOCUMENTS_A_CHUNK = 1_000;

    private static final Set<String> SHEETS = Set.of(InvoiceFormat.CSV.name(), InvoiceFormat.XLSX.name());

    private final Steps steps;
    private final Deliveries deliveries;
    private final FrozenContexts contexts;
    private final OfficialChecks official;
    private final IntakeRows rows;

    IntakeJob(Steps steps, Deliveries deliveries, FrozenContexts contexts, OfficialChecks official, IntakeRows rows) {
        this.steps = steps;
        this.deliveries = deliveries;
        this.contexts = contexts;
        this.official = official;
        this.rows = rows;
    }

    @Bean
    public Job intake(Jobs jobs, IntakeFiles files, Quarantine quarantine, SealStep end) {
        return jobs.of(
                "intake",
                read(),
                tasklet("count", files::countResults),
                tasklet("again", files::askAgain),
                tasklet("quarantine", quarantine::layOut),
                end.finish());
    }

    private Step read() {
        return steps.forWorkSet("read", workSet -> {
            Register register = contexts.of(workSet).register();
            OfficialChecks.Check check = official.of(workSet);
            return steps.<Read, Read>chunk("read", DOCUMENTS_A_CHUNK)
                    .reader(new DocumentReader(deliveries.archived(workSet), contexts.profiles(workSet)))
                    .processor(read -> new Read(read.file(), resolve(read.document(), register), read.aboutTheFile()))
                    .writer(chunk -> rows.write(workSet, check.of(chunk.getItems())))
                    .build();
        });
    }

    /** Documents name their parties by VAT id or number: the register says who that is. Strangers stay as stated. */
    private static ReadDocument resolve(ReadDocument document, Register register) {
        return switch (document) {
            case Understood understood ->
                new Understood(parties(understood, register), understood.stated(), understood.warnings());
            case Refused refused -> refused;
        };
    }

    /** A sheet that states no identifier was read by a profile that lets the name stand for one. */
    private static Invoice parties(Understood document, Register register) {
        Invoice resolved = Parties.resolved(document.invoice(), register);
        boolean isSheet = SHEETS.contains(document.stated().syntax());
        return isSheet && document.stated().seller() == null
                ? resolved.between(
                        resolved.entity(),
                        register.resolveContractorByName(document.invoice().contractor())
                                .orElse(document.invoice().contractor()))
                : resolved;
    }

    private Step tasklet(String name, Consumer<String> act) {
        return steps.forWorkSet(
                name,
                workSet -> steps.tasklet(name, (contribution, context) -> {
                    act.accept(workSet);
                    return RepeatStatus.FINISHED;
                }));
    }
}
