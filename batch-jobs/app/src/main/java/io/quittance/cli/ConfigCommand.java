package io.quittance.cli;

import io.quittance.stage.Loaded;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The configuration. */
@Command(
        name = "config",
        description = "Looks at the configuration.",
        subcommands = {ConfigCommand.Check.class})
final class ConfigCommand extends Verb {

    @Command(name = "check", description = "Reads the whole configuration; says file, line and key of what is wrong.")
    static final class Check extends Verb implements Callable<Integer> {
        @Override
        public Integer call() {
            Loaded loaded = Loaded.from(globals().config());
            err().println("configuration " + loaded.configuration().digest().substring(0, 12) + " is in order: "
                    + loaded.register().entities().size() + " entities, "
                    + loaded.banks().size() + " banks");
            return ExitCode.DONE.code;
        }
    }
}
