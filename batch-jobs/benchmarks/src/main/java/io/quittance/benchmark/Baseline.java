package io.quittance.benchmark;

import io.quittance.assessment.Assessor;
import io.quittance.assessment.History;
import io.quittance.cli.AppSession;
import io.quittance.delivery.store.IntakeFiles;
import io.quittance.delivery.store.IntakeFiles.Frozen;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.ledger.store.Seals;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The same work as an idiomatic Spring Batch job: a step a file, which reads the CSV with a flat file reader, assesses with the
 * same core rules, and writes each table with a {@code JdbcBatchItemWriter}; one thread, chunks of a thousand, inserts rewritten
 * by the driver. It reads documents once and keeps what it knows of the past in memory, which Quittance may not: it has no
 * restart in mid-file, no order of assessment but the files', no fence and no quarantine.
 */
final class Baseline {

    private static final int CHUNK = 1_000;

    private static final String CONTRACT_USE = """
            insert into quittance.contract_use (contract, currency, accepted_minor)
            select i.contract, i.currency, sum(case i.kind when 'INVOICE' then i.net_minor else -i.net_minor end)
            from quittance.invoice i join quittance.assessment a on a.invoice = i.id
            where a.verdict = 'ACCEPTED' and i.contract is not null
            group by 1, 2
            """;

    private final Pipeline pipeline;

    Baseline(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Runs it on a database without documents. Returns nanoseconds. */
    long run() throws Exception {
        try (AppSession app = pipeline.open()) {
            long start = System.nanoTime();
            JobExecution execution = app.get(JobOperator.class).start(job(app), new JobParameters());
            long nanos = System.nanoTime() - start;
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException(
                        "the baseline failed",
                        execution.getAllFailureExceptions().getFirst());
            }
            return nanos;
        }
    }

    private Job job(AppSession app) throws IOException {
        JobRepository repository = app.get(JobRepository.class);
        PlatformTransactionManager transactions = app.get(PlatformTransactionManager.class);
        var workSets = app.get(WorkSets.class);
        String digest = app.get(FrozenConfiguration.class).freeze();
        WorkSet intake = freeze(workSets, "intake", digest);
        WorkSet assess = freeze(workSets, "assess", digest);
        List<DeliveredFile> files = deliver(app, intake);
        Assessor assessor = Assessor.of(app.get(FrozenContexts.class).of(assess.id()));
        var processor = new BaselineProcessor(assessor, History.of(Map.of(), Map.of()));
        var writer = new BaselineWriter(app.get(DataSource.class), new BaselineRows(intake.id(), assess.id()));
        SimpleJobBuilder job = null;
        for (DeliveredFile file : files) {
            ItemStreamReader<BaselineDocument> reader = new BaselineReader(file);
            Step step = new StepBuilder(file.name(), repository)
                    .<BaselineDocument, BaselineOutcome>chunk(CHUNK)
                    .transactionManager(transactions)
                    .reader(reader)
                    .processor(processor)
                    .writer(writer)
                    .build();
            job = job == null ? new JobBuilder("baseline", repository).start(step) : job.next(step);
        }
        if (job == null) {
            throw new IllegalStateException("no invoice files");
        }
        Step end = new StepBuilder("end", repository)
                .tasklet(
                        (contribution, context) -> {
                            app.get(JdbcClient.class).sql(CONTRACT_USE).update();
                            app.get(IntakeFiles.class).countResults(intake.id());
                            app.get(Seals.class).seal(assess.id(), World.BUSINESS_DATE);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
        return job.next(end).build();
    }

    private static WorkSet freeze(WorkSets workSets, String stage, String digest) {
        return workSets.freeze(new WorkSets.Freezing(stage, "", World.BUSINESS_DATE, digest), 1, null);
    }

    private List<DeliveredFile> deliver(AppSession app, WorkSet intake) throws IOException {
        var files = new ArrayList<DeliveredFile>();
        var frozen = new ArrayList<Frozen>();
        for (Path path : pipeline.invoiceFiles()) {
            DeliveredFile file = DeliveredFile.of(path);
            files.add(file);
            frozen.add(new Frozen(files.size(), file.name(), file.sha256(), file.size()));
        }
        app.get(IntakeFiles.class).freeze(intake.id(), IntakeFiles.Kind.INVOICES, frozen, Set.of());
        return files;
    }
}
