package io.quittance.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line. Verbs that only look at files, and help, never start Spring or a database. */
@Command(
        name = "quittance",
        description = "Pays contractors in many countries and proves every cent of it.",
        mixinStandardHelpOptions = true,
        version = "quittance 0.1.0",
        subcommands = {
            NightlyCommand.class,
            StageCommands.Intake.class,
            StageCommands.Bank.class,
            StageCommands.Assess.class,
            StageCommands.Reconcile.class,
            StageCommands.Report.class,
            RunCommand.class,
            RegistryCommand.class,
            CheckCommand.class,
            RecoverCommand.class,
            ListCommand.class,
            InvoiceCommand.class,
            ExplainCommand.class,
            TaxCommand.class,
            VatCommand.class,
            FileCommand.class,
            ValidateCommand.class,
            DemoCommand.class,
            GenerateCommand.class,
            ConfigCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class QuittanceCommand {

    @Mixin
    final Globals globals = new Globals();

    /** The program. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return commandLine(out, err).execute(args);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        var line = new CommandLine(new QuittanceCommand());
        tellExitCodes(line);
        return line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAllowSubcommandsAsOptionParameters(true)
                .registerConverter(LocalDate.class, Typed::day)
                .registerConverter(int.class, Typed::wholeNumber)
                .registerConverter(Integer.class, Typed::wholeNumber)
                .setParameterExceptionHandler(new Misused())
                .setExecutionExceptionHandler(new Failures());
    }

    /** A sentence that goes on in the next line of the source is one line, so that it wraps where the screen ends. */
    static String[] sentences(String[] lines) {
        return String.join("\n", lines).replaceAll("(?<![.:;])\\n", " ").split("\n");
    }

    /** Every verb's help ends with what it may end with. */
    private static void tellExitCodes(CommandLine line) {
        line.getSubcommands().values().forEach(verb -> {
            var usage = verb.getCommandSpec().usageMessage();
            usage.description(sentences(usage.description()));
            usage.exitCodeListHeading("%nExit codes:%n")
                    .exitCodeList(ExitCode.forHelp(verb.getCommandSpec().findOption("--fail-on") != null));
            tellExitCodes(verb);
        });
    }
}
