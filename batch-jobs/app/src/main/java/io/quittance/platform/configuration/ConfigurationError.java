package io.quittance.platform.configuration;

import io.quittance.platform.PlatformError;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A setting is missing or wrong: exit code 78. */
public final class ConfigurationError extends PlatformError {

    private static final long serialVersionUID = 1L;

    /** {@code EX_CONFIG} of sysexits. */
    public static final int EXIT_CODE = 78;

    private ConfigurationError(String problem, String remedy, @Nullable Throwable cause) {
        super(EXIT_CODE, problem, remedy, cause);
    }

    /** About a place in a file: {@code users.yaml:4 roles: ...}. */
    public static ConfigurationError at(Path file, int line, String key, String problem) {
        String place = file + ":" + line + (key.isEmpty() ? "" : " " + key);
        return new ConfigurationError(place + ": " + problem, "Correct " + place + ".", null);
    }

    /** About a file or folder as a whole. */
    public static ConfigurationError in(Path path, String problem, String remedy) {
        return new ConfigurationError(path + ": " + problem, remedy, null);
    }

    /** About the environment. */
    public static ConfigurationError of(String problem, String remedy) {
        return new ConfigurationError(problem, remedy, null);
    }

    /** About the environment, with what was met underneath. */
    public static ConfigurationError of(String problem, String remedy, Throwable cause) {
        return new ConfigurationError(problem, remedy, cause);
    }
}
