package io.quittance.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The whole pipeline on the example world. */
@Command(name = "demo", description = "Runs the whole pipeline on the example world, in a workspace of its own.")
final class DemoCommand extends Verb implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new Refused(ExitCode.USAGE, "demo is not built yet.");
    }
}
