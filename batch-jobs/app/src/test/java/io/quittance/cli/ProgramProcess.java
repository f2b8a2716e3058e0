package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as a process of its own, which can be killed, and what it leaves behind in its workspace. */
final class ProgramProcess {

    /** Classes as a process of this test JVM has loaded them: those that come after it start in about half the time. */
    private static final Path CLASSES = Path.of(
            System.getProperty("java.io.tmpdir"),
            "quittance-classes-" + ProcessHandle.current().pid() + ".jsa");

    private ProgramProcess() {}

    /** Makes them, by a night over nothing; without them, everything is only slower. */
    static synchronized void warm(Path folder) throws Exception {
        if (!Files.exists(CLASSES)) {
            Path home = folder.resolve("warm");
            start(home, List.of("nightly", "--date", "2026-11-24"), "-XX:ArchiveClassesAtExit=" + CLASSES)
                    .waitFor();
            CLASSES.toFile().deleteOnExit();
            delete(home);
        }
    }

    /** Starts a command on a workspace. */
    static Process start(Path home, List<String> command, String... options) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--home", home.toString(), "--config", config(home)));
        return java(QuittanceCommand.class.getName(), words, home, options);
    }

    /** Recovers, starts the command again, checks, and dumps the ledger. */
    static Process after(Path home, Path dump, List<String> command) throws IOException {
        List<String> words = new ArrayList<>(List.of(home.toString(), config(home), dump.toString()));
        words.addAll(command);
        return java(AfterCrash.class.getName(), words, home);
    }

    private static Process java(String main, List<String> words, Path home, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED"));
        line.addAll(Arrays.asList(options));
        if (Files.exists(CLASSES)) {
            line.add("-XX:SharedArchiveFile=" + CLASSES);
        }
        line.addAll(List.of("-Xlog:disable", "-cp", classPath(), main));
        line.addAll(words);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logOf(home).toFile()))
                .start();
    }

    /** An archive of classes is for jars that come first, in this order; folders may follow. */
    private static String classPath() {
        List<String> places =
                Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        return Stream.concat(
                        places.stream().filter(place -> place.endsWith(".jar")),
                        places.stream().filter(place -> !place.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path logOf(Path home) {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    /** Forgets what processes on this workspace have said so far. */
    static void forget(Path home) throws IOException {
        Files.deleteIfExists(logOf(home));
    }

    /** The last lines of what it said. */
    static String log(Path home) throws IOException {
        List<String> lines = Files.readAllLines(logOf(home));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /** The last stage that it said it had begun. */
    static String stage(Path home) throws IOException {
        return Files.readAllLines(logOf(home)).stream()
                .filter(line -> line.endsWith(" ..."))
                .reduce("none ...", (before, line) -> line)
                .replace(" ...", "");
    }

    /** One that lies beside the workspace, else the example's. */
    private static String config(Path home) {
        Path own = home.resolveSibling("config");
        return (Files.isDirectory(own) ? own : Program.root().resolve("config")).toString();
    }

    /** Copies files of the example world whose names contain a word. */
    static void drop(String from, Path to, String containing) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(Program.root().resolve("fixtures/demo").resolve(from))) {
            if (file.getFileName().toString().contains(containing)) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Every file that people or banks get, or that waits, by its hash. */
    static Map<String, String> outputs(Path home) throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        for (String part : List.of("outbox", "reports", "quarantine", "inbox")) {
            for (Path file : files(home.resolve(part))) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(home.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        return hashes;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** With modes and links, as cp -a does: the server insists on the modes of its folder. */
    static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    static void delete(Path folder) throws Exception {
        new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }
}
