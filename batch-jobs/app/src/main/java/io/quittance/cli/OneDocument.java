package io.quittance.cli;

import io.quittance.document.job.DocumentActs.Done;
import io.quittance.document.store.Reference;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A verb about one document. */
abstract class OneDocument extends Verb implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "INVOICE",
            description = {
                "ENTITY/CONTRACTOR/NUMBER, with or without invoice: before it; or FILE#POSITION, or the id that",
                "'quittance invoice list' tells."
            })
    String reference = "";

    @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
    @Nullable
    LocalDate date;

    /** What is named, read. */
    Reference named() {
        try {
            return Reference.of(reference);
        } catch (IllegalArgumentException none) {
            throw new Refused(ExitCode.USAGE, none.getMessage() + " 'quittance invoice list' tells what there is.");
        }
    }

    /** What a person gives as the reason; it is kept. */
    static String reasonOf(String given) {
        if (given.isBlank()) {
            throw new Refused(ExitCode.USAGE, "--reason must say why; it is kept, and shown to approvers.");
        }
        return given.strip().replaceAll("\\s+", " ");
    }

    /** What was done, for people and for scripts. */
    int tell(String verb, Done act, String user, String next) {
        String already = act.done() ? "" : "was already ";
        if (globals().format() == Globals.Format.TABLE) {
            act.told()
                    .forEach(told ->
                            out().println(Table.safe(act.document().reference() + " " + already + verb + ": " + told)));
            out().println("Next: " + Table.safe(next));
        } else {
            var table = new Table("invoice", "id", "act", "done", "by", "what");
            act.told()
                    .forEach(told ->
                            table.row(act.document().reference(), act.document().id(), verb, act.done(), user, told));
            print(table);
        }
        return ExitCode.DONE.code;
    }
}
