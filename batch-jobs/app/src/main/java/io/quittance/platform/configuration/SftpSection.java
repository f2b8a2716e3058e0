package io.quittance.platform.configuration;

import io.quittance.platform.configuration.IntakeSettings.SftpServer;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code intake.sftp} of {@code quittance.yaml}. */
final class SftpSection {

    private static final int SSH = 22;
    private static final int LAST_PORT = 65_535;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private SftpSection() {}

    static SftpServer read(YamlSection section, Path config) {
        SftpServer server = new SftpServer(
                section.text("host"),
                section.has("port") ? section.integer("port", 1, LAST_PORT) : SSH,
                section.text("user"),
                config.resolve(section.text("knownHosts")),
                secret(section, "keyFile", config),
                secret(section, "passwordFile", config),
                section.optionalText("folder").orElse("."),
                section.flag("remove", true),
                IntakeSettings.duration(section, "timeout", TIMEOUT));
        if ((server.keyFile() == null) == (server.passwordFile() == null)) {
            throw section.wrong("user", "needs one of keyFile and passwordFile to log in with.");
        }
        section.done();
        return server;
    }

    /** The folder of the configuration is copied into the archive with every run: no secret may lie there. */
    private static @Nullable Path secret(YamlSection section, String key, Path config) {
        if (!section.has(key)) {
            return null;
        }
        Path file = section.parsed(key, "a path", Path::of).normalize();
        if (!file.isAbsolute() || file.startsWith(config.toAbsolutePath().normalize())) {
            throw section.wrong(key, "must be an absolute path outside the configuration, which is archived.");
        }
        return file;
    }
}
