package io.quittance.cli;

import picocli.CommandLine.Command;

/** What concerns tax beyond single documents. */
@Command(
        name = "tax",
        description = "Reports what was withheld or paid, by form, and data sets for tax offices.",
        subcommands = {TaxReportCommand.class, TaxDac7Command.class})
final class TaxCommand extends Verb {}
