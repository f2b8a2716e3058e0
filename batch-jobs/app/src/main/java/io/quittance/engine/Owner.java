package io.quittance.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * This process, by a name that no other process has: every connection carries it as {@code application_name}, so a session
 * on the server tells whose it is, and the sessions of a dead owner can be ended.
 *
 * @param name at most 63 ASCII characters, PostgreSQL's limit for an application name; its start instant keeps the
 *     restarted container, with its old pid and host name, apart from the one that died
 */
public record Owner(String name) {

    private static final int LIMIT = 63;

    public Owner {
        if (name.isEmpty() || name.length() > LIMIT || !name.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("owner: 1 to " + LIMIT + " printable ASCII characters, got " + name);
        }
    }

    /** The owner that is this process. */
    public static Owner current() {
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        String tail = "@" + host();
        String head = "quittance " + process.pid() + "." + Long.toString(start, 36);
        return new Owner(head + tail.substring(0, Math.min(tail.length(), LIMIT - head.length())));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^!-~]", "_");
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
