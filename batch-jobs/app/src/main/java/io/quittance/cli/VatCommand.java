package io.quittance.cli;

import picocli.CommandLine.Command;

/** The VAT ledger and what is made of it. */
@Command(
        name = "vat",
        description = "Returns, entries and lists of value added tax, from stored entries.",
        subcommands = {VatListCommand.class})
final class VatCommand extends Verb {}
