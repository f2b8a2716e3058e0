package io.quittance.check;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what is not wrong but not finished either: what a person still has to look at. */
@Component
public class OpenWork {

    private static final String COUNTS = """
            select (select count(*) from quittance.assessment a where a.latest and a.verdict = 'HELD') as held,
                   (select count(*) from quittance.assessment a where a.verdict = 'REJECTED' and a.work_set = any(:sets))
                   + (select coalesce(sum(r.refused), 0) from quittance.intake_delivery d
                      join quittance.intake_result r on r.sha256 = d.sha256 and r.intake = d.work_set
                      where d.outcome <> 'DUPLICATE' and d.work_set = any(:sets)) as rejected,
                   (select count(*) from quittance.bank_standing where outcome = 'HELD') as held_messages,
                   (select count(distinct m.file) from quittance.bank_message m
                    join quittance.bank_result r using (file, number, attempt)
                    where r.outcome = 'REFUSED' and m.work_set = any(:sets))
                   + (select count(*) from quittance.rate_file_result where not taken and work_set = any(:sets))
                   + (select count(*) from quittance.time_sheet_file_result where refused and work_set = any(:sets))
                   + (select count(*) from quittance.registry_file_result where refused and work_set = any(:sets)) as refused_files,
                   (select count(*) from quittance.payment_run where state in ('PROPOSED', 'APPROVED')) as waiting
            """;

    private final JdbcClient jdbc;

    public OpenWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is open.
     *
     * @param held documents whose last verdict holds them, whenever it was given
     * @param rejected documents that these work sets could not read or refused
     * @param heldMessages statements of banks that wait for a rate or for an earlier one
     * @param refusedFiles files of banks, rates, time sheets and tax registers that these work sets refused, or of which they refused a part
     * @param waiting runs that wait for an approval or for their release
     */
    public record Counts(long held, long rejected, long heldMessages, long refusedFiles, long waiting) {}

    /** How many portions of the work that runs now are stored: for the eyes of whoever waits. */
    public long portionsStored() {
        return jdbc.sql("select coalesce(sum(s.commit_count), 0) from batch.batch_step_execution s"
                        + " join batch.batch_job_execution j using (job_execution_id) where j.end_time is null")
                .query(Long.class)
                .single();
    }

    /** Counts, refusals only of these work sets. */
    public Counts count(List<String> workSets) {
        return jdbc.sql(COUNTS)
                .param("sets", workSets.toArray(String[]::new))
                .query((row, n) -> new Counts(
                        row.getLong("held"),
                        row.getLong("rejected"),
                        row.getLong("held_messages"),
                        row.getLong("refused_files"),
                        row.getLong("waiting")))
                .single();
    }
}
