package io.quittance.cli;

import io.quittance.platform.clock.BusinessClock;
import io.quittance.platform.configuration.Configuration;
import io.quittance.platform.configuration.Role;
import io.quittance.table.TableError;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.ReturnBoxes.Boxes;
import io.quittance.tax.table.TaxTableFiles;
import io.quittance.vat.Period;
import io.quittance.vat.ReturnLine;
import io.quittance.vat.VatReturn;
import io.quittance.vat.job.VatClosing;
import io.quittance.vat.job.VatClosing.Done;
import io.quittance.vat.job.VatReturns;
import io.quittance.vat.job.VatReturns.Drawn;
import io.quittance.vat.store.Taxpayer;
import io.quittance.vat.store.VatLedger.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Returns of VAT and GST: purchases and self-assessment. */
@Command(
        name = "vat",
        description = "Returns of VAT and GST (purchases and self-assessment), what is behind them, and closing them.",
        subcommands = {
            VatCommand.BoxesVerb.class,
            VatCommand.ReturnVerb.class,
            VatCommand.EntriesVerb.class,
            VatCommand.CloseVerb.class,
            VatListCommand.class
        })
final class VatCommand extends Verb {

    /** How a period is written: a month, two months, a quarter, a half year, a year, any other by its months. */
    static final String PERIODS = "2026-11, 2026-B6, 2026-Q4, 2026-H2, 2026 or 2026-02..2026-04";

    @Command(
            name = "boxes",
            description = "Which boxes each treatment goes into, by the rules in force; no database, no Spring.")
    static final class BoxesVerb extends Verb implements Callable<Integer> {

        @Option(names = "--date", paramLabel = "DATE", description = "The tax point (default: today in businessZone).")
        @Nullable
        LocalDate date;

        @Override
        public Integer call() {
            var table = new Table("jurisdiction", "treatment", "base_boxes", "output_tax_boxes", "input_tax_boxes");
            for (Boxes row : boxes().inForce(date == null ? today() : date)) {
                table.row(
                        row.jurisdiction(),
                        row.treatment(),
                        String.join(" ", row.base()),
                        String.join(" ", row.outputTax()),
                        String.join(" ", row.inputTax()));
            }
            print(table);
            return ExitCode.DONE.code;
        }

        private LocalDate today() {
            return BusinessClock.atLaunch(
                            Configuration.load(globals().config()).settings().businessZone())
                    .today();
        }

        private ReturnBoxes boxes() {
            try {
                return TaxTableFiles.boxes(globals().config().resolve("tax"));
            } catch (TableError wrong) {
                throw new Refused(ExitCode.CONFIGURATION, wrong.place() + ": " + wrong.reason());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "Cannot read " + globals().config().resolve("tax"), e);
            }
        }
    }

    /** A verb about the return of one entity and period. */
    abstract static class OfPeriod extends Verb implements Callable<Integer> {

        @Option(names = "--entity", required = true, paramLabel = "ENTITY", description = "Whose return.")
        String entity = "";

        @Option(
                names = "--period",
                required = true,
                paramLabel = "PERIOD",
                description = {PERIODS + ";", "an entry is in the return of its period, not of its day."})
        String period = "";

        @Option(
                names = "--jurisdiction",
                paramLabel = "CC",
                description = "Where an entity has entries of several (default: the only one).")
        @Nullable
        String jurisdiction;

        @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
        @Nullable
        LocalDate date;

        Taxpayer of(AppSession app) {
            return app.get(VatReturns.class).taxpayer(entity, period(period), jurisdiction);
        }

        static Period period(String written) {
            return Period.parse(written)
                    .orElseThrow(() ->
                            new Refused(ExitCode.USAGE, "'" + written + "' is no period: write " + PERIODS + "."));
        }
    }

    @Command(
            name = "return",
            description = {
                "A return, figure by figure: the exact sum of the ledger, what is declared by the rounding of the form, and",
                "the difference. A closed one is printed as it was frozen."
            })
    static final class ReturnVerb extends OfPeriod {

        @Override
        public Integer call() {
            try (AppSession app = AppSession.look(globals(), date, Role.values())) {
                Drawn drawn = app.get(VatReturns.class).of(of(app));
                print(table(drawn));
                drawn.drawn().objections().forEach(fault -> err().println("quittance: must not be filed: " + fault));
                return drawn.drawn().objections().isEmpty() ? ExitCode.DONE.code : ExitCode.BROKEN.code;
            }
        }
    }

    @Command(
            name = "entries",
            description = {
                "The entries behind a box; an amount stands where the box takes it, and they add up to it.",
                "--box 'not sourced' lists what no row of config/tax/return-boxes.csv places, --box none what the form does not ask."
            })
    static final class EntriesVerb extends OfPeriod {

        @Option(names = "--box", required = true, paramLabel = "BOX", description = "As the form prints it.")
        String box = "";

        @Override
        public Integer call() {
            try (AppSession app = AppSession.look(globals(), date, Role.values())) {
                var table = new Table(
                        "entry",
                        "tax_point",
                        "due_period",
                        "period",
                        "contractor",
                        "number",
                        "kind",
                        "treatment",
                        "rate",
                        "currency",
                        "base",
                        "output",
                        "input",
                        "box_row",
                        "journal",
                        "reason");
                Globals.Format format = globals().format();
                if (format != Globals.Format.TABLE) {
                    table.begin(format, out());
                }
                app.get(VatReturns.class).entries(of(app), box, entry -> show(table, format, entry));
                if (format == Globals.Format.TABLE) {
                    print(table);
                }
                out().flush();
                return ExitCode.DONE.code;
            }
        }

        private void show(Table table, Globals.Format format, Entry entry) {
            @Nullable
            Object[] cells = {
                entry.id(),
                entry.taxPoint(),
                month(entry.due()),
                month(entry.period()),
                entry.contractor(),
                entry.number(),
                entry.kind(),
                entry.treatment(),
                entry.rate().toPlainString(),
                entry.currency(),
                plain(entry.base()),
                plain(entry.output()),
                plain(entry.input()),
                entry.boxRow(),
                entry.journal(),
                entry.reason()
            };
            if (format == Globals.Format.TABLE) {
                table.row(cells);
            } else {
                table.now(format, out(), cells);
            }
        }

        private static @Nullable String month(@Nullable LocalDate first) {
            return first == null ? null : first.toString().substring(0, 7);
        }
    }

    @Command(
            name = "close",
            description = {
                "Closes the return of a period: its figures and entries are frozen, what the form rounds is posted, and",
                "documents that come later go into the next period. Closed twice, it is closed once; nothing opens it again."
            })
    static final class CloseVerb extends OfPeriod {

        @Option(
                names = "--accept-provisional",
                paramLabel = "REASON",
                description = {
                    "Why it is closed although registers have not confirmed, or deny, VAT ids that its tax hangs on;",
                    "kept with the return and in the audit trail."
                })
        @Nullable
        String accepted;

        @Option(
                names = "--by-hand",
                description = {
                    "Tax of a sourced form that no row placed when it was entered is declared by hand;",
                    "the closed return keeps it as \"not sourced\", the audit trail who answered for it."
                })
        boolean byHand;

        @Override
        public Integer call() {
            if (accepted != null && accepted.isBlank()) {
                throw new Refused(ExitCode.USAGE, "--accept-provisional needs a reason.");
            }
            try (AppSession app = AppSession.inPerson(globals(), date, Role.APPROVE)) {
                Done done = app.get(VatClosing.class).close(of(app), new VatClosing.Consent(accepted, byHand));
                print(table(done.drawn()));
                tell(done);
                return ExitCode.DONE.code;
            }
        }

        private void tell(Done done) {
            var closed = done.drawn().closed();
            if (closed == null) {
                throw new IllegalStateException("What was closed is not closed");
            }
            err().println(closed.of().reference()
                    + (done.done() ? " closed by " : " was already closed by ")
                    + closed.closedBy() + " on " + closed.on() + ": " + closed.entries() + " entries, digest "
                    + closed.digest());
            if (!done.unproven().isEmpty()) {
                err().println("quittance: " + done.unproven().size()
                        + " VAT ids of it were never confirmed by a register ('quittance registry list --open').");
            }
            if (done.held() > 0) {
                err().println(done.held()
                        + " documents of that period are held; once accepted, they go into a later one.");
            }
        }
    }

    /** The figures of a return, one a row. */
    private static Table table(Drawn drawn) {
        VatReturn figures = drawn.drawn();
        Taxpayer of = drawn.of();
        var table = new Table(
                "entity",
                "jurisdiction",
                "form",
                "period",
                "state",
                "currency",
                "box",
                "kind",
                "label",
                "ledger",
                "return",
                "difference",
                "entries");
        for (ReturnLine line : figures.lines()) {
            table.row(
                    of.entity(),
                    of.jurisdiction(),
                    figures.form() == null ? VatReturn.NOT_SOURCED : figures.form(),
                    of.period(),
                    drawn.state(),
                    drawn.currency().getCode(),
                    line.box(),
                    line.kind(),
                    line.label(),
                    plain(line.ledger()),
                    plain(line.declared()),
                    plain(line.difference()),
                    line.entries());
        }
        return table;
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
