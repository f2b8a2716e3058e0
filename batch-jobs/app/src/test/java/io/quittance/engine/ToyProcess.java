package io.quittance.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts {@link ToyMain} in a JVM of its own. */
final class ToyProcess {

    private ToyProcess() {}

    static Process start(String command, String url, String workSet, String... options) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Duser.timezone=UTC"));
        line.addAll(Arrays.asList(options));
        line.addAll(
                List.of("-cp", System.getProperty("java.class.path"), ToyMain.class.getName(), command, url, workSet));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "toy-process.log").toFile()))
                .start();
    }

    /** Runs until it ends or is killed by itself at a crash point; tells the exit code. */
    static int run(String command, String url, String workSet, String... options) throws Exception {
        return exit(start(command, url, workSet, options));
    }

    static int exit(Process process) throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end in 90 s");
        }
        return process.exitValue();
    }
}
