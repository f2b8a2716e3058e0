package io.quittance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands in this JVM as the launcher would, and keeps what they print. */
final class Program {

    private final Path home;
    private final Path config;
    private final List<String> options;

    Program(Path home) {
        this(home, root().resolve("config"), List.of());
    }

    /** With a configuration of its own, on the workspace's own server. */
    Program(Path home, Path config) {
        this(home, config, List.of());
    }

    /** @param options that every command gets */
    Program(Path home, Path config, List<String> options) {
        this.home = home;
        this.config = config;
        this.options = options;
        System.setProperty("quittance.launcher.home", root().toString());
    }

    /** What a command did. */
    record Result(int exit, String out, String err) {}

    static Path root() {
        return Path.of(System.getProperty("quittance.root", "")).toAbsolutePath();
    }

    Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString(), "--config", config.toString()));
        all.addAll(options);
        int exit = QuittanceCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Result(exit, out.toString(), err.toString());
    }

    /** Both approvers sign what {@code run show} shows them. */
    void approve(String run) {
        String digest = ok("run", "show", run)
                .lines()
                .filter(line -> line.startsWith("digest "))
                .findFirst()
                .orElseThrow()
                .substring("digest ".length());
        for (String approver : List.of("ben", "chloe")) {
            ok("run", "approve", run, "--as", approver, "--digest", digest);
        }
    }

    /** A command that must succeed: its output. */
    String ok(String... arguments) {
        Result result = run(arguments);
        if (result.exit() != 0) {
            throw new AssertionError(String.join(" ", arguments) + " ended " + result.exit() + "\n" + result.err());
        }
        return result.out();
    }
}
