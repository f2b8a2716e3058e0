package io.quittance.platform.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
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
    void initialise(Path data) throws IOException {
        int exit = run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
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
        awaitPredecessor();
        ProcessBuilder builder = new ProcessBuilder(account.command(words))
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(folder.controlLog().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        Files.writeString(folder.controlPid(), Long.toString(process.pid()));
        account.give(folder.controlPid());
        account.give(folder.controlLog());
        try {
            if (!process.waitFor(2L * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while starting PostgreSQL.", "Start the command again.", e);
        } finally {
            Files.deleteIfExists(folder.controlPid());
        }
    }

    /** A starter that was killed leaves its child at work: two at once on one folder would harm each other. */
    private void awaitPredecessor() throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (predecessorWorks() && System.nanoTime() < deadline) {
            Pause.of(Duration.ofMillis(50));
        }
    }

    private boolean predecessorWorks() throws IOException {
        if (!Files.exists(folder.controlPid())) {
            return false;
        }
        String pid = Files.readString(folder.controlPid()).strip();
        return pid.matches("[0-9]{1,10}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("/pg_ctl") || command.endsWith("/initdb"))
                        .isPresent();
    }

    private void rotate() throws IOException {
        if (Files.exists(folder.serverLog()) && Files.size(folder.serverLog()) > LOG_LIMIT_BYTES) {
            Files.move(folder.serverLog(), folder.root().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String saying(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "(it said nothing)";
        }
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
