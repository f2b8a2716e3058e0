package io.quittance.report.job;

import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.ledger.job.SealStep;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.PublishedFile;
import io.quittance.report.store.Workbooks;
import io.quittance.report.store.Workbooks.Due;
import io.quittance.report.xlsx.XlsxWriter;
import io.quittance.stage.Session;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes one workbook after another, each in a transaction of its own; a restart goes on with the next one. */
@Configuration
public class ReportJob {

    @Bean
    public Job report(Jobs jobs, Steps steps, WorkSets workSets, Workbooks workbooks, Session session, SealStep end) {
        return jobs.of(
                "report",
                steps.forWorkSet("workbooks", id -> {
                    WorkSet workSet = workSets.get(id);
                    List<Due> waiting = ReportStage.frozen(workSet);
                    return steps.tasklet("workbooks", (contribution, context) -> {
                        for (Due due : waiting) {
                            if (!workbooks.isWritten(due)) {
                                write(workSet, workbooks, due, session);
                                return RepeatStatus.CONTINUABLE;
                            }
                        }
                        return RepeatStatus.FINISHED;
                    });
                }),
                end.finish());
    }

    private static void write(WorkSet workSet, Workbooks workbooks, Due due, Session session) {
        // A workbook is never overwritten: what an accountant has opened stays what it was.
        String name = "%s-v%02d.xlsx".formatted(due.scope(), workbooks.nextVersion(due.scope()));
        PublishedFile file = Publication.publish(
                session.workspace().reports().resolve(name),
                out -> XlsxWriter.write(workbooks.draw(due, workSet), out));
        workbooks.written(workSet.id(), due, name, file.sha256());
    }
}
