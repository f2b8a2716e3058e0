package io.quittance.cli;

import io.quittance.finding.store.FindingRows;
import io.quittance.finding.store.FindingRows.Asked;
import io.quittance.finding.store.FindingRows.Reason;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.job.RegistryChecks;
import io.quittance.party.job.RegistryChecks.Choice;
import io.quittance.party.job.RegistryChecks.Outcome;
import io.quittance.party.job.RegistryStage;
import io.quittance.party.store.RegistryRows;
import io.quittance.party.store.RegistryRows.Delivered;
import io.quittance.party.store.RegistryRows.Evidence;
import io.quittance.platform.configuration.Role;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.Sha256;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageRunner;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What tax registers say of VAT ids. */
@Command(
        name = "registry",
        description = "Brings in what tax registers say of VAT ids, asks them, and lists what documents rest on.",
        subcommands = {RegistryCommand.Import.class, RegistryCommand.Check.class, RegistryCommand.ListEvidence.class})
final class RegistryCommand extends Verb {

    /** A file of answers. */
    @Command(
            name = "import",
            description = {
                "Takes in a CSV of answers of VIES or a national register: each sound row, once.",
                "Ends with 65 when a row was refused; the others stay."
            })
    static final class Import extends Verb implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "Columns: docs/reference/tax-registers.md.")
        Path file = Path.of("");

        @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
        @Nullable
        LocalDate date;

        @Override
        public Integer call() {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refused(ExitCode.NO_INPUT, file + " is no file.");
            }
            try (AppSession app = AppSession.open(globals(), date, Role.OPERATE)) {
                deliver(app);
                List<StageOutcome> outcomes = app.get(StageRunner.class).run(app.get(RegistryStage.class));
                Outcomes.print(outcomes, globals().format(), out());
                return (toldRefused(app, outcomes) ? ExitCode.BAD_INPUT : ExitCode.DONE).code;
            }
        }

        /** Into the drop folder: from there on it is a file like those that somebody dropped, and a restart finds it. */
        private void deliver(AppSession app) {
            Path target = app.session().workspace().inboxRegistry().resolve(file.getFileName());
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                    && !Sha256.of(file).equals(Sha256.of(target))) {
                throw new Refused(
                        ExitCode.CANNOT_CREATE,
                        "another file of the name " + file.getFileName()
                                + " waits in inbox/registry. Call this one otherwise, or let 'quittance intake' run first.");
            }
            Publication.copy(file, target);
        }

        private boolean toldRefused(AppSession app, List<StageOutcome> outcomes) {
            var asked = new ArrayList<Asked>();
            for (StageOutcome outcome : outcomes) {
                for (Delivered one : app.get(RegistryRows.class).readBy(outcome.workSet())) {
                    if (one.refused()) {
                        asked.add(new Asked(one.subject(), one.attempt()));
                    }
                }
            }
            app.get(FindingRows.class).of(asked, (n, reason) -> err().println(Table.safe(told(reason))));
            return !asked.isEmpty();
        }

        private static String told(Reason reason) {
            return reason.code() + (reason.line() == null ? "" : " line " + reason.line())
                    + (reason.field() == null ? "" : " " + reason.field()) + ": " + reason.message();
        }
    }

    /** Questions over the network. */
    @Command(
            name = "check",
            description = {
                "Asks VIES about the VAT ids of an entity and of those who have a contract with it, and keeps each answer.",
                "Only where registry.vies is enabled in quittance.yaml. Who was asked today is not asked again.",
                "Ends with 69 when the register did not answer every question: what is known from before is provisional then."
            })
    static final class Check extends Verb implements Callable<Integer> {

        @Option(names = "--entity", required = true, paramLabel = "ENTITY", description = "In whose name is asked.")
        String entity = "";

        @Option(names = "--contractor", paramLabel = "ID", description = "These only.")
        Set<String> contractors = Set.of();

        @Option(names = "--again", description = "Also about whom an answer of today is there.")
        boolean again;

        @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
        @Nullable
        LocalDate date;

        @Override
        public Integer call() {
            var outcomes = EnumSet.noneOf(Outcome.class);
            var table =
                    new Table("holder", "number", "outcome", "day", "consultation number", "name", "address", "reason");
            try (AppSession app = AppSession.open(globals(), date, Role.OPERATE)) {
                try {
                    app.get(RegistryChecks.class).check(new Choice(entity, contractors, again), asked -> {
                        outcomes.add(asked.outcome());
                        row(table, asked);
                    });
                } finally {
                    // what was asked is told whatever ended the questions
                    print(table);
                }
            }
            return (outcomes.contains(Outcome.SILENT) ? ExitCode.UNREACHABLE : ExitCode.DONE).code;
        }

        private static void row(Table table, RegistryChecks.Asked asked) {
            RegistryAnswer answer = asked.answer();
            table.row(
                    asked.holder(),
                    asked.number(),
                    asked.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    answer == null ? null : answer.day(),
                    answer == null ? null : answer.consultation(),
                    answer == null ? null : words(answer.name()),
                    answer == null ? null : words(answer.address()),
                    asked.reason());
        }

        private static String words(RegistryAnswer.Match match) {
            return match.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What documents rest on. */
    @Command(
            name = "list",
            description = {
                "What each document rests on whose tax hangs on VAT ids: the register's answer, its day and consultation number,",
                "and what a register said of the id after the document was assessed. Accepted ones that came out invalid:",
                "'quittance list registry-later'.",
                "The answers themselves: 'quittance list registry'."
            })
    static final class ListEvidence extends Verb implements Callable<Integer> {

        @Option(names = "--entity", paramLabel = "ENTITY", description = "Of this payer only.")
        @Nullable
        String entity;

        @Option(
                names = "--open",
                description =
                        "Only what no register has confirmed: to be asked before the return (provisional, too old, none, no).")
        boolean open;

        @Override
        public Integer call() {
            try (AppSession app = AppSession.look(globals(), null, Role.values())) {
                var table = new Table(
                        "entity",
                        "contractor",
                        "number",
                        "verdict",
                        "treatment",
                        "tax point",
                        "party",
                        "vat id",
                        "standing",
                        "register",
                        "day",
                        "days away",
                        "consultation number",
                        "later day",
                        "later");
                for (Evidence one : app.get(RegistryRows.class).evidence(entity, open)) {
                    table.row(one.cells().toArray());
                }
                print(table);
                return ExitCode.DONE.code;
            }
        }
    }
}
