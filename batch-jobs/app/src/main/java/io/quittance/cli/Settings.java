package io.quittance.cli;

import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Spring's settings: ours and no others. No file, variable or system property of the machine may change the engine. */
final class Settings {

    private Settings() {}

    static ConfigurableEnvironment of(Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("quittance", properties));
        return environment;
    }
}
