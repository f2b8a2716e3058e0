package io.quittance.platform.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code intake} of {@code quittance.yaml}: how invoices are taken out of their drop folder, and from where else they come. Without the
 * section the defaults hold.
 *
 * @param settling when a file counts as wholly there
 * @param largestBytes a larger file is left where it lies and never opened
 * @param sftp the server that files are fetched from; null for none
 */
public record IntakeSettings(
        Settling settling, long largestBytes, @Nullable SftpServer sftp) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms",
            Duration.ofMillis(1),
            "s",
            Duration.ofSeconds(1),
            "m",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1));

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?(KiB|MiB|GiB)");
    private static final Map<String, Integer> SHIFTS = Map.of("KiB", 10, "MiB", 20, "GiB", 30);

    private static final Duration LONGEST = Duration.ofHours(24);

    /** A limit of every reader is lower or the same: nothing that could be read is kept out. */
    private static final long LARGEST = 4L << 30;

    /** No server, a few seconds of patience. */
    public static final IntakeSettings DEFAULT = new IntakeSettings(Settling.DEFAULT, LARGEST, null);

    /**
     * A file without a marker is taken when it is old enough and nothing of it changed between two looks.
     *
     * @param age since its last change
     * @param apart between the two looks, at least
     * @param patience how long a command waits for what is not settled yet; then it says so and goes on without
     */
    public record Settling(Duration age, Duration apart, Duration patience) {

        /** Somebody who drops a file and starts a command at once waits a moment; a scheduler's files are old. */
        public static final Settling DEFAULT =
                new Settling(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(15));
    }

    /**
     * A folder on a server that files are fetched from.
     *
     * @param knownHosts the keys that the server may show, as OpenSSH writes them
     * @param keyFile the private key to log in with, or null
     * @param passwordFile the password to log in with, or null
     * @param folder as the server calls it
     * @param remove whether a file is removed from the server once it is in the archive
     * @param timeout for connecting and for each answer
     */
    public record SftpServer(
            String host,
            int port,
            String user,
            Path knownHosts,
            @Nullable Path keyFile,
            @Nullable Path passwordFile,
            String folder,
            boolean remove,
            Duration timeout) {

        /** How people call it: {@code sftp.example.com:22/outgoing}. */
        public String place() {
            return host + ":" + port + (folder.startsWith("/") ? "" : "/") + folder;
        }
    }

    static IntakeSettings read(YamlSection intake, Path config) {
        Settling settling = intake.has("settle") ? settling(intake.section("settle")) : Settling.DEFAULT;
        long largest = intake.has("largest")
                ? intake.parsed("largest", "a size such as 50MiB, at most 4GiB", IntakeSettings::bytes)
                : LARGEST;
        SftpServer sftp = intake.has("sftp") ? SftpSection.read(intake.section("sftp"), config) : null;
        intake.done();
        return new IntakeSettings(settling, largest, sftp);
    }

    private static Settling settling(YamlSection section) {
        Settling settling = new Settling(
                duration(section, "age", Settling.DEFAULT.age()),
                duration(section, "apart", Settling.DEFAULT.apart()),
                duration(section, "wait", Settling.DEFAULT.patience()));
        section.done();
        return settling;
    }

    static Duration duration(YamlSection section, String key, Duration otherwise) {
        return section.has(key)
                ? section.parsed(key, "a time such as 200ms, 5s or 2m, at most 24h", IntakeSettings::duration)
                : otherwise;
    }

    private static Duration duration(String text) {
        Matcher parts = matched(DURATION, text);
        Duration duration =
                Objects.requireNonNull(UNITS.get(parts.group(2))).multipliedBy(Long.parseLong(parts.group(1)));
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    private static long bytes(String text) {
        Matcher parts = matched(SIZE, text);
        long bytes = Long.parseLong(parts.group(1)) << Objects.requireNonNull(SHIFTS.get(parts.group(2)));
        if (bytes == 0 || bytes > LARGEST) {
            throw new IllegalArgumentException(text);
        }
        return bytes;
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher parts = pattern.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        return parts;
    }
}
