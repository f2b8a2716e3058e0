package io.quittance.cli;

import io.quittance.vat.BoxKind;
import io.quittance.vat.ReturnLine;
import io.quittance.vat.job.VatReturns;
import io.quittance.vat.job.VatReturns.Drawn;
import io.quittance.vat.store.Taxpayer;
import io.quittance.vat.store.VatLedger.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A figure of a VAT return as a tree: what is declared, the ledger's sum, and the documents that it is made of. */
final class ExplainedBox {

    static final String PREFIX = "vat:";

    private static final int PARTS = 3;

    private ExplainedBox() {}

    /** @param reference {@code vat:ENTITY/PERIOD/BOX} */
    static Reasons of(String reference, VatReturns returns) {
        String[] parts = reference.substring(PREFIX.length()).split("/", PARTS);
        if (parts.length != PARTS) {
            throw new Refused(ExitCode.USAGE, "'" + reference + "' is not vat:ENTITY/PERIOD/BOX.");
        }
        Taxpayer of = returns.taxpayer(parts[0], VatCommand.OfPeriod.period(parts[1]), null);
        Drawn drawn = returns.of(of);
        List<ReturnLine> lines = drawn.drawn().lines().stream()
                .filter(line -> line.box().equals(parts[2]))
                .toList();
        if (lines.isEmpty()) {
            throw new Refused(
                    ExitCode.NO_INPUT,
                    "the return " + of.reference() + " has no box " + parts[2] + ". 'quittance vat return --entity "
                            + of.entity() + " --period " + of.period() + "' tells which it has.");
        }
        boolean madeOfEntries = lines.stream().anyMatch(line -> line.entries() > 0 && line.kind() != BoxKind.WITHHELD);
        var from = new ArrayList<Reasons>();
        lines.forEach(line -> from.add(figure(line, drawn)));
        if (madeOfEntries) {
            returns.entries(of, parts[2], entry -> from.add(entry(entry)));
        }
        return new Reasons(
                "box",
                "box " + parts[2] + " of "
                        + Objects.requireNonNullElse(drawn.drawn().form(), "no sourced form") + " of "
                        + of.jurisdiction() + " for " + of.period() + ", " + of.entity() + ": " + drawn.state(),
                from);
    }

    private static Reasons figure(ReturnLine line, Drawn drawn) {
        String row = line.row() == null ? "no row of a form" : "row " + line.row() + " of config/tax/return-forms.csv";
        return new Reasons(
                "figure",
                line.kind() + " " + line.declared().toPlainString() + " " + drawn.currency() + " declared: "
                        + line.label(),
                List.of(
                        Reasons.leaf(
                                "ledger",
                                "ledger " + line.ledger().toPlainString() + " of " + line.entries()
                                        + (line.kind() == BoxKind.WITHHELD ? " payments" : " entries") + ", difference "
                                        + line.difference().toPlainString()),
                        Reasons.leaf("rounding", row)));
    }

    private static Reasons entry(Entry entry) {
        String amounts = Stream.of(
                        named("base", entry.base()), named("output", entry.output()), named("input", entry.input()))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        String moved = entry.reason() == null ? "" : ", late: " + entry.reason();
        return Reasons.leaf(
                "entry",
                entry.taxPoint() + " " + entry.contractor() + " " + entry.number() + " " + entry.treatment() + " at "
                        + entry.rate().toPlainString() + " %: " + amounts + " " + entry.currency() + " (row "
                        + entry.boxRow() + ", journal " + entry.journal() + ")" + moved);
    }

    private static List<String> named(String name, @Nullable BigDecimal amount) {
        return amount == null ? List.of() : List.of(name + " " + amount.toPlainString());
    }
}
