package io.quittance.engine;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.job.Job;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The engine with the toy job on one database; closing it closes the context. */
final class ToyEngine implements AutoCloseable {

    final ConfigurableApplicationContext context;

    private ToyEngine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static ToyEngine on(String url, Class<?>... more) {
        Map<String, Object> properties = new TreeMap<>(EngineProperties.defaults(6));
        properties.put("spring.datasource.url", url);
        properties.put("logging.level.root", System.getProperty("toy.log", "off"));
        return new ToyEngine(new SpringApplicationBuilder(EngineConfiguration.class, ToyJob.class)
                .sources(more)
                .properties(properties)
                .run());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JobRun run(String workSet) {
        try (HeldGate held = bean(JobGate.class).take(Gate.PIPELINE)) {
            return runUnder(held, workSet);
        }
    }

    JobRun runUnder(HeldGate held, String workSet) {
        return bean(Launch.class).run(bean(Job.class), workSet, held);
    }

    @Override
    public void close() {
        context.close();
    }
}
