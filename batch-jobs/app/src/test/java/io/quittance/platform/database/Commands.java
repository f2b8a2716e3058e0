package io.quittance.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other commands on the same workspace: JVMs of their own, which a test may kill. */
final class Commands implements AutoCloseable {

    private final List<Process> started = new ArrayList<>();

    /** A JVM that runs {@link HoldingServer} with these words; what it prints, it prints to its standard output. */
    Process start(Path databaseFolder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                HoldingServer.class.getName(),
                databaseFolder.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    /** The next line that it prints; empty when it ended. */
    static String says(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = process.getInputStream().read();
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            next = process.getInputStream().read();
        }
        return line.toString();
    }

    /** Tells it to end well. */
    static int end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().write("end\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        process.waitFor(60, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }
}
