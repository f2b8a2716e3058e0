package io.quittance.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/** How long the steps of a run took, as Spring Batch noted it. Partitions run side by side: theirs is the sum. */
final class StepTimes {

    private static final String STEPS = """
            select i.job_name || '.' || split_part(s.step_name, ':', 1) || case when s.step_name like '%:%' then ' (partitions)' else '' end,
                   round(sum(extract(epoch from s.end_time - s.start_time)), 2)
            from batch.batch_step_execution s join batch.batch_job_execution e using (job_execution_id)
            join batch.batch_job_instance i using (job_instance_id)
            where i.job_name in ('intake', 'assess')
            group by 1 order by min(s.start_time)
            """;

    private StepTimes() {}

    static String of(Databases databases) throws SQLException {
        var times = new StringJoiner(", ");
        try (Connection connection = databases.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STEPS)) {
            while (rows.next()) {
                times.add(rows.getString(1) + " " + rows.getString(2) + " s");
            }
        }
        return times.toString();
    }
}
