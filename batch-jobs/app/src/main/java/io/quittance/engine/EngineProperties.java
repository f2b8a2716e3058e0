package io.quittance.engine;

import java.util.Map;
import java.util.TreeMap;

/** The settings of Spring that the engine depends on. They are not for operators: none of them may be changed by a file. */
public final class EngineProperties {

    private EngineProperties() {}

    /**
     * To be passed to the application as its highest property source, together with {@code spring.datasource.url},
     * {@code username} and {@code password}.
     *
     * @param connections size of the pool: partition threads (twice if their readers keep cursors open) and two more
     */
    public static Map<String, Object> defaults(int connections) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("spring.batch.jdbc.table-prefix", "batch.BATCH_");
        properties.put("spring.batch.jdbc.initialize-schema", "never");
        // SERIALIZABLE, the default, fails launches of different jobs that meet; first-launch exclusivity is a unique
        // key
        properties.put("spring.batch.jdbc.isolation-level-for-create", "read_committed");
        properties.put("spring.batch.job.enabled", "false");
        properties.put("spring.main.web-application-type", "none");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.log-startup-info", "false");
        properties.put("spring.jmx.enabled", "false");
        // a command needs few of the beans; measured: the context is up in three quarters of the time
        properties.put("spring.main.lazy-initialization", "true");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "30s");
        properties.put("spring.datasource.hikari.maximum-pool-size", connections);
        properties.put("spring.datasource.hikari.minimum-idle", 1);
        // after the server's death Batch asks some three times more, one after the other: the default, 30 s each, looks
        // hung
        properties.put("spring.datasource.hikari.connection-timeout", 5_000);
        properties.put(
                "spring.datasource.hikari.data-source-properties.ApplicationName",
                Owner.current().name());
        properties.put("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true");
        properties.put("spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true");
        // compiling the expressions of ties and checks takes longer than computing them: 40 s against 5 s for 50,000
        // documents
        properties.put("spring.datasource.hikari.data-source-properties.options", "-c jit=off");
        // the server's detail of an error is the row: names and account numbers, on their way into a log
        properties.put("spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false");
        return properties;
    }
}
