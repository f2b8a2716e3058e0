package io.quittance.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Which program, on which Java. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand extends Verb implements Callable<Integer> {

    @Override
    public Integer call() {
        out().println("quittance 0.1.0 on Java " + Runtime.version());
        return ExitCode.DONE.code;
    }
}
