package io.quittance.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Which program, on which Java. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand extends Verb implements Callable<Integer> {

    private static final String VERSION = "0.1.0";

    @Override
    public Integer call() {
        tell(
                "quittance " + VERSION + " on Java " + Runtime.version(),
                new Table("version", "java").row(VERSION, Runtime.version()));
        return ExitCode.DONE.code;
    }
}
