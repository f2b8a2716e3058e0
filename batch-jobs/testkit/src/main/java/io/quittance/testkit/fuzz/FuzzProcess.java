package io.quittance.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the process that fuzzes: some seconds in every build, {@code -Dfuzz.minutes=N} for a long attack, {@code -Dfuzz.seed=N} for
 * other inputs, {@code -Dfuzz.replay=FILE} for one input again.
 */
public final class FuzzProcess {

    private static final int GRACE_SECONDS = 180;

    private FuzzProcess() {}

    /**
     * Fails when the process found anything, hung or ran out of its heap.
     *
     * @param main its class
     * @param seconds how long in an ordinary build
     * @param folder where inputs are kept that were not survived
     * @param further arguments behind those of {@link Fuzzing}
     */
    public static void run(Class<?> main, int seconds, Path folder, String... further)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        long minutes = Long.getLong("fuzz.minutes", 0);
        long millis = minutes > 0 ? minutes * 60_000 : seconds * 1_000L;
        String replay = System.getProperty("fuzz.replay");
        String[] arguments = replay == null
                ? new String[] {
                    Long.toString(millis), Long.getLong("fuzz.seed", 1).toString(), folder.toString()
                }
                : new String[] {"replay", replay};
        Path output = folder.resolve(main.getSimpleName() + ".txt");
        Process process = new ProcessBuilder(command(main, arguments, further))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(millis + GRACE_SECONDS * 1_000L, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        String said = Files.readString(output);
        System.out.println(said);
        assertThat(ended).as("%s did not end:%n%s", main.getSimpleName(), said).isTrue();
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static List<String> command(Class<?> main, String[] arguments, String... further) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(Arrays.asList(further));
        return command;
    }
}
