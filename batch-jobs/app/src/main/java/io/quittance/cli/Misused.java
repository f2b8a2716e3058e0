package io.quittance.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Arguments that are not understood: one sentence what, and where help is. The whole help would push the sentence off the screen. */
final class Misused implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException misused, String[] arguments) {
        CommandLine command = misused.getCommandLine();
        PrintWriter err = command.getErr();
        // picocli begins some of its messages with "Error: ", and others not.
        err.println("quittance: " + String.valueOf(misused.getMessage()).replaceFirst("^Error: ", ""));
        UnmatchedArgumentException.printSuggestions(misused, err);
        if (command.getSubcommands().isEmpty()) {
            err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        } else {
            command.usage(err);
        }
        err.flush();
        return ExitCode.USAGE.code;
    }
}
