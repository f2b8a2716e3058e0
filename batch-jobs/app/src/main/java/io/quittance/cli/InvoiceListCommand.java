package io.quittance.cli;

import io.quittance.document.store.Documents;
import io.quittance.document.store.Documents.Choice;
import io.quittance.document.store.Standing;
import io.quittance.platform.configuration.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which documents there are, and how each stands. */
@Command(name = "list", description = "Lists documents with their state, refused records and persons' holds too.")
final class InvoiceListCommand extends Verb implements Callable<Integer> {

    private static final String NO_CURRENCY = "no currency";
    private static final int MOST_IN_A_TABLE = 10_000;
    private static final String[] COLUMNS = {
        "entity",
        "contractor",
        "kind",
        "number",
        "issue date",
        "due date",
        "currency",
        "gross",
        "payable",
        "state",
        "codes",
        "run",
        "payment",
        "file",
        "position",
        "line",
        "id"
    };

    /** Those that fit on a screen; scripts get all. */
    private static final String[] ON_SCREEN = {
        "entity", "contractor", "number", "issue date", "currency", "gross", "payable", "state", "codes", "run", "from"
    };

    private static final int CODES_SHOWN = 14;

    /** States of the business, and NEW for what was not assessed yet. */
    enum State {
        NEW("new"),
        HELD("held"),
        REJECTED("rejected"),
        ACCEPTED("accepted"),
        IN_RUN("in-run"),
        PAID("paid"),
        RETURNED("returned"),
        WITHDRAWN("withdrawn");

        private final String typed;

        State(String typed) {
            this.typed = typed;
        }

        /** As it is typed: picocli reads it by this, too. */
        @Override
        public String toString() {
            return typed;
        }

        static State of(String typed) {
            for (State state : values()) {
                if (state.typed.equals(typed.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                    return state;
                }
            }
            throw new Refused(
                    ExitCode.USAGE, "--state " + typed + " is no state; there are " + List.of(values()) + ".");
        }
    }

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "new, held, rejected, accepted, in-run, paid, returned or withdrawn.")
    @Nullable
    String state;

    @Option(names = "--entity", paramLabel = "ENTITY", description = "Who pays.")
    @Nullable
    String entity;

    @Option(names = "--contractor", paramLabel = "ID", description = "Who is paid.")
    @Nullable
    String contractor;

    @Option(names = "--code", paramLabel = "CODE", description = "About which this was found, e.g. Q504.")
    @Nullable
    String code;

    @Option(names = "--file", paramLabel = "NAME", description = "From the file that was delivered by this name.")
    @Nullable
    String file;

    @Option(names = "--since", paramLabel = "DATE", description = "Taken in on this business date or later.")
    @Nullable
    LocalDate since;

    @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
    @Nullable
    LocalDate date;

    private long found;

    @Override
    public Integer call() {
        String asked = state == null ? null : State.of(state).name();
        requireCode();
        try (AppSession app = AppSession.look(globals(), date, Role.values())) {
            var choice = new Choice(asked, entity, contractor, code, file, since);
            app.get(TransactionOperations.class)
                    .executeWithoutResult(status ->
                            list(app.get(Documents.class), choice, app.session().businessDate()));
            if (found == 0 && entity != null) {
                KnownEntity.require(app, entity);
            }
            return ExitCode.DONE.code;
        }
    }

    private void requireCode() {
        if (code != null && !code.matches("Q[0-9]{3}")) {
            throw new Refused(
                    ExitCode.USAGE,
                    "--code " + code
                            + " is no finding code; they look like Q504. See docs/reference/finding-codes.md.");
        }
    }

    /**
     * A table is as wide as its cells and therefore ends somewhere; its totals are of all but refused ones: what was corrected and
     * came again would count twice.
     */
    private void list(Documents documents, Choice choice, LocalDate on) {
        Globals.Format format = globals().format();
        if (format != Globals.Format.TABLE) {
            var table = new Table(COLUMNS);
            table.begin(format, out());
            documents.list(choice, on, one -> {
                found++;
                table.now(format, out(), cells(one));
            });
            return;
        }
        var table = new Table(ON_SCREEN);
        var sums = new TreeMap<String, Sum>();
        int[] rejected = {0};
        documents.list(choice, on, one -> {
            found++;
            if (choice.state() == null && isOut(one)) {
                rejected[0]++;
            } else {
                String currency = one.currency() == null ? NO_CURRENCY : one.currency();
                sums.put(currency, sums.getOrDefault(currency, Sum.NONE).plus(one));
            }
            if (table.size() < MOST_IN_A_TABLE) {
                table.row(onScreen(one));
            }
        });
        print(table);
        out().println();
        print(totals(sums));
        if (rejected[0] > 0) {
            out().println(rejected[0]
                    + " rejected, which the totals leave out: they were replaced, or will be; --state rejected"
                    + " lists them");
        }
        if (table.size() == MOST_IN_A_TABLE) {
            err().println("only the first " + MOST_IN_A_TABLE + " rows; --format csv or --json prints all");
        }
    }

    private static @Nullable Object[] cells(Standing one) {
        return new @Nullable Object[] {
            one.entity(),
            one.contractor(),
            one.kind(),
            one.number(),
            one.issueDate(),
            one.dueDate(),
            one.currency(),
            signed(one, one.gross()),
            signed(one, one.payable()),
            one.state(),
            one.codes(),
            one.run(),
            one.payment(),
            one.file(),
            one.position(),
            one.line(),
            one.id()
        };
    }

    /** A document with a name of its own needs no file to be named by. */
    private static @Nullable Object[] onScreen(Standing one) {
        String place = one.file() + "#" + one.position();
        String codes = one.codes() == null ? "" : one.codes();
        return new @Nullable Object[] {
            one.entity(),
            one.contractor(),
            one.number(),
            one.issueDate(),
            one.currency(),
            signed(one, one.gross()),
            signed(one, one.payable()),
            one.state(),
            codes.length() <= CODES_SHOWN ? codes : codes.substring(0, CODES_SHOWN - 1) + "…",
            one.run(),
            one.reference().equals(place) || isOut(one) ? place : ""
        };
    }

    /** What a credit note takes back is negative, for people and for scripts: columns may be added up. */
    private static @Nullable String signed(Standing one, @Nullable String amount) {
        return amount != null && "CREDIT_NOTE".equals(one.kind()) && new BigDecimal(amount).signum() != 0
                ? "-" + amount
                : amount;
    }

    /** Nobody pays it: it was replaced, or will be. */
    private static boolean isOut(Standing one) {
        return List.of(State.REJECTED.name(), State.WITHDRAWN.name()).contains(one.state());
    }

    private record Sum(int documents, BigDecimal gross, BigDecimal payable) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Sum plus(Standing one) {
            boolean credit = "CREDIT_NOTE".equals(one.kind());
            return new Sum(documents + 1, plus(gross, one.gross(), credit), plus(payable, one.payable(), credit));
        }

        private static BigDecimal plus(BigDecimal sum, @Nullable String amount, boolean credit) {
            if (amount == null) {
                return sum;
            }
            var figure = new BigDecimal(amount);
            return credit ? sum.subtract(figure) : sum.add(figure);
        }
    }

    /** By currency, since sums over currencies mean nothing; credit notes count negative. */
    private static Table totals(Map<String, Sum> sums) {
        var table = new Table("total", "documents", "gross", "payable");
        sums.forEach((currency, sum) -> table.row(
                currency,
                sum.documents(),
                sum.gross().toPlainString(),
                sum.payable()
                        .setScale(Math.max(sum.gross().scale(), sum.payable().scale()))
                        .toPlainString()));
        return table;
    }
}
