package io.quittance.testkit.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Attacks targets in turn until the time is over. Runs in a process of its own, since only there a heap has a bound. */
public final class Fuzzing {

    private static final int MOST_FINDINGS = 20;

    private final List<Attack> attacks;
    private final Path kept;
    private final PrintStream out;
    private final Set<String> found = new HashSet<>();

    private Fuzzing(List<FuzzTarget> targets, Path kept, PrintStream out) {
        this.attacks = targets.stream().map(Attack::new).toList();
        this.kept = kept;
        this.out = out;
    }

    /**
     * What the process does.
     *
     * @param arguments of {@link FuzzProcess}: milliseconds, seed, folder for inputs that were not survived; or {@code replay} and
     *     such an input
     */
    public static void main(List<FuzzTarget> targets, String... arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        boolean replay = arguments[0].equals("replay");
        var fuzzing = new Fuzzing(targets, Path.of(replay ? "." : arguments[2]), System.out);
        if (replay) {
            fuzzing.replay(Path.of(arguments[1]));
        } else {
            fuzzing.run(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
        }
        System.out.flush();
        System.exit(fuzzing.found.isEmpty() ? 0 : 1);
    }

    private void run(long millis, long seed) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        attacks.forEach(this::seeds);
        try (var watchdog = new Watchdog(kept, out)) {
            for (long number = 0; System.nanoTime() < end && found.size() < MOST_FINDINGS; number++) {
                for (Attack attack : attacks) {
                    if (System.nanoTime() >= end) {
                        break;
                    }
                    byte[] input = attack.target().input(seed, number);
                    String name = attack.target().name() + "-" + seed + "-" + number;
                    watchdog.begin(name, input);
                    attempt(attack, input, name);
                    watchdog.end();
                }
            }
        }
        attacks.forEach(out::println);
    }

    /** A seed that is not understood leads nowhere. */
    private void seeds(Attack attack) {
        for (byte[] seed : attack.target().seeds()) {
            try {
                if (!attack.target().reader().read(seed).understood()) {
                    throw new AssertionError("not understood: "
                            + attack.target().reader().read(seed).text());
                }
            } catch (Exception | AssertionError fault) {
                found.add("seed of " + attack.target().name());
                out.println("FINDING A seed of " + attack.target().name());
                fault.printStackTrace(out);
            }
        }
    }

    private void attempt(Attack attack, byte[] input, String name) throws IOException {
        try {
            attack.read(input);
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError fault) {
            tell(fault, input, name);
        }
    }

    /** The same fault at the same place is told once. */
    private void tell(Throwable fault, byte[] input, String name) throws IOException {
        StackTraceElement[] frames = fault.getStackTrace();
        String ours = "";
        for (StackTraceElement frame : frames) {
            if (ours.isEmpty() && frame.getClassName().startsWith("io.quittance")) {
                ours = frame.toString();
            }
        }
        if (found.add(fault.getClass() + " " + ours)) {
            Path file = Files.write(Files.createDirectories(kept).resolve(name + ".fuzz"), input);
            out.println("FINDING " + file + " (" + input.length + " bytes); again by -Dfuzz.replay="
                    + file.toAbsolutePath());
            fault.printStackTrace(out);
        }
    }

    private void replay(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] input = Files.readAllBytes(file);
        for (Attack attack : attacks) {
            if (name.startsWith(attack.target().name() + "-")) {
                try (var watchdog = new Watchdog(kept, out)) {
                    watchdog.begin(name, input);
                    attack.read(input);
                    out.println(name + ": " + attack);
                } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError fault) {
                    found.add(name);
                    fault.printStackTrace(out);
                }
            }
        }
    }
}
