package io.quittance.cli;

import io.quittance.document.job.DocumentActs;
import io.quittance.document.store.DocumentPages;
import io.quittance.document.store.Reference;
import io.quittance.document.store.Standing;
import io.quittance.platform.configuration.Role;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tax of a stored document, from what is stored: nothing is reckoned again. */
@Command(
        name = "explain",
        description = {
            "Says how tax was decided on a stored document: treatment, the row behind each step, rates, amounts, boxes,",
            "postings, findings. Everything is as it was stored; nothing is reckoned again."
        })
final class TaxExplain extends Verb implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    Named named = new Named();

    @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
    @Nullable
    LocalDate date;

    /** The two ways to name a document. */
    static final class Named {
        @Parameters(
                paramLabel = "REF",
                description = "invoice:ENTITY/CONTRACTOR/NUMBER, invoice:FILE#POSITION or invoice:ID.")
        @Nullable
        String reference;

        @Option(names = "--invoice", paramLabel = "ENTITY/CONTRACTOR/NUMBER", description = "The same as an option.")
        @Nullable
        String invoice;

        String written() {
            return reference == null ? String.valueOf(invoice) : reference;
        }
    }

    @Override
    public Integer call() {
        Reference reference = reference();
        try (AppSession app = AppSession.look(globals(), date, Role.values())) {
            Standing document = app.get(DocumentActs.class).find(reference);
            var pages = app.get(DocumentPages.class);
            var used = ConfigurationUsed.of(app, document, pages);
            new ExplainedTax(document, pages.of(document), pages.consequences(document), used)
                    .sections()
                    .print(globals().format(), out());
            return ExitCode.DONE.code;
        }
    }

    private Reference reference() {
        try {
            return Reference.of(named.written());
        } catch (IllegalArgumentException none) {
            throw new Refused(ExitCode.USAGE, none.getMessage() + " 'quittance invoice list' tells what there is.");
        }
    }
}
