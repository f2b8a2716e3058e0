package io.quittance.engine;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;

/** Makes every job: a straight line of steps, known by the work set alone. No incrementer: it would ignore the work set. */
public final class Jobs {

    private final JobRepository repository;

    Jobs(JobRepository repository) {
        this.repository = repository;
    }

    /** A job of these steps, in this order. */
    public Job of(String name, Step first, Step... rest) {
        SimpleJobBuilder job = new JobBuilder(name, repository)
                .validator(RunParameters::validate)
                .start(first);
        for (Step step : rest) {
            job = job.next(step);
        }
        return job.build();
    }
}
