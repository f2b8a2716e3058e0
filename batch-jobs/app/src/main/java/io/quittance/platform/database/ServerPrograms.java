package io.quittance.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}. {@code pg_ctl} puts the server into a session of its own, so that neither Ctrl-C on
 * our terminal nor our death ends it.
 */
record ServerPrograms(PostgresBinaries binaries, ServerFolder folder, ServerAccount account) {

    /** What pg_ctl waits for a start or a stop; crash recovery after much work may take a while. */
    private static final int PATIENCE_SECONDS = 60;

    private static final long LOG_LIMIT_BYTES = 10L << 20;

    /** A new cluster: UTF-8, code point order on every machine, checksums, passwords only. */
    void initialise() throws IOException {
        int exit = run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + folder.unfinishedData(),
                "--username=" + EmbeddedServer.SUPERUSER,
                "--pwfile=" + folder.secret(EmbeddedServer.SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        if (exit != 0) {
            throw new DatabaseUnavailable(
                    "initdb ended with " + exit + ": " + saying(folder.controlLog()),
                    "See " + folder.controlLog() + "; then start the command again.",
                    null);
        }
    }

    /** Whether the server came up on that port. */
    boolean start(int port) throws IOException {
        rotate();
        return run(List.of(
                        binaries.program("pg_ctl"),
                        "start",
                        "--pgdata=" + folder.data(),
                        "--wait",
                        "--timeout=" + PATIENCE_SECONDS,
                        "--log=" + folder.serverLog(),
                        "--options=-p " + port))
                == 0;
    }

    /** Ends all sessions and stops; true also when it was not running. */
    boolean stop() throws IOException {
        int exit = run(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + folder.data(),
                "--mode=fast",
                "--wait",
                "--timeout=" + PATIENCE_SECONDS));
        return exit == 0 || PostmasterFile.read(folder.data()).isEmpty();
    }

    /** The last lines of what the server said. */
    String lastWords() throws IOException {
        return saying(folder.serverLog());
    }

    private int run(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(account.command(words))
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(folder.controlLog().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(2L * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while starting PostgreSQL.", "Start the command again.", e);
        }
    }

    private void rotate() throws IOException {
        if (Files.exists(folder.serverLog()) && Files.size(folder.serverLog()) > LOG_LIMIT_BYTES) {
            Files.move(
                    folder.serverLog(),
                    folder.root().resolve("server.log.1"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String saying(java.nio.file.Path log) throws IOException {
        if (!Files.exists(log)) {
            return "(it said nothing)";
        }
        List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
