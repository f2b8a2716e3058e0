package io.quittance.cli;

import picocli.CommandLine.Command;

/** Decisions about tax, and what is told to tax offices beside the return. */
@Command(
        name = "tax",
        description = "Explains decisions about tax and prints data sets for tax offices.",
        subcommands = {TaxDac7Command.class})
final class TaxCommand extends Verb {}
