package io.quittance.engine;

import io.quittance.engine.copy.CopyWriter;
import java.time.Duration;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine's beans on Boot's own: one pool, one transaction manager, Batch on JDBC. The automatic configurations are
 * named one by one, so the start does not look at any other; migrations are run before this, by another role.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
public class EngineConfiguration {

    @Bean
    JobGate jobGate(JdbcConnectionDetails database, @Value("${quittance.gate.patience-seconds:30}") int patience) {
        DedicatedConnections connections =
                DedicatedConnections.to(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        return new JobGate(connections, Owner.current(), patience);
    }

    @Bean
    StopSignal stopSignal() {
        return new StopSignal();
    }

    /** Never lazy: it is used by the signal alone. */
    @Bean
    @Lazy(false)
    Shutdown shutdown(
            StopSignal signal, @Value("${spring.lifecycle.timeout-per-shutdown-phase:30s}") Duration patience) {
        return new Shutdown(signal, patience);
    }

    @Bean
    Steps steps(
            JobRepository repository, PlatformTransactionManager transactions, JdbcOperations jdbc, StopSignal signal) {
        return new Steps(repository, transactions, new Fence(jdbc), signal);
    }

    @Bean
    Jobs jobs(JobRepository repository) {
        return new Jobs(repository);
    }

    @Bean
    Launch launch(JobOperator operator, JobRepository repository, StopSignal signal) {
        return new Launch(operator, repository, signal);
    }

    @Bean
    Recovery recovery(
            JobGate gates, JobRepository repository, JdbcOperations jdbc, PlatformTransactionManager transactions) {
        return new Recovery(gates, repository, jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    CopyWriter copyWriter(JdbcOperations jdbc) {
        return new CopyWriter(jdbc);
    }
}
