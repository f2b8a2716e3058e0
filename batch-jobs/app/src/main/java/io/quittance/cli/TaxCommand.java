package io.quittance.cli;

import picocli.CommandLine.Command;

/** Why tax is as it is, and what concerns it beyond single documents. */
@Command(
        name = "tax",
        description = {
            "Says how VAT, GST and withholding fall: on a stored invoice, or on one that is only supposed; what the tables",
            "cover; reports what was withheld or paid, by form, and data sets for tax offices."
        },
        subcommands = {
            TaxExplain.class,
            TaxWhatIf.class,
            TaxCoverageVerb.class,
            TaxReportCommand.class,
            TaxDac7Command.class
        })
final class TaxCommand extends Verb {}
