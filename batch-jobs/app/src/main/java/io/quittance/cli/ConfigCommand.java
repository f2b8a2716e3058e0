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
            String digest = loaded.configuration().digest();
            int entities = loaded.register().entities().size();
            int banks = loaded.banks().size();
            tell(
                    "configuration " + digest.substring(0, 12) + " is in order: " + entities + " entities, " + banks
                            + " banks",
                    new Table("digest", "entities", "banks").row(digest, entities, banks));
            return ExitCode.DONE.code;
        }
    }
}
