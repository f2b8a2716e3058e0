package io.quittance.cli;

import picocli.CommandLine.Command;

/** Why tax is as it is. */
@Command(
        name = "tax",
        description = "Says how VAT, GST and withholding fall: on a stored invoice, or on one that is only supposed.",
        subcommands = {TaxExplain.class, TaxWhatIf.class, TaxCoverageVerb.class})
final class TaxCommand extends Verb {}
