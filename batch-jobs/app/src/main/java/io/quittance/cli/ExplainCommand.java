package io.quittance.cli;

import io.quittance.document.job.DocumentActs;
import io.quittance.document.store.DocumentPages;
import io.quittance.document.store.Listing;
import io.quittance.document.store.Reference;
import io.quittance.document.store.Standing;
import io.quittance.platform.configuration.Role;
import io.quittance.vat.job.VatReturns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Where a conclusion comes from. */
@Command(
        name = "explain",
        description =
                "Draws where a document came from, what was concluded from it and by what, and what became of it.")
final class ExplainCommand extends Verb implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OTHERS = List.of("payment:", "run:", "posting:", "tie:");

    @Parameters(
            paramLabel = "REF",
            description = {
                "invoice:ENTITY/CONTRACTOR/NUMBER, invoice:FILE#POSITION or invoice:ID;",
                "vat:ENTITY/PERIOD/BOX for a figure of a VAT return."
            })
    String reference = "";

    @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
    @Nullable
    LocalDate date;

    @Override
    public Integer call() {
        if (reference.startsWith(ExplainedBox.PREFIX)) {
            return box();
        }
        Reference named = named();
        try (AppSession app = AppSession.look(globals(), date, Role.values())) {
            Standing document = app.get(DocumentActs.class).find(named);
            var pages = app.get(DocumentPages.class);
            var used = ConfigurationUsed.of(app, document, pages);
            Map<String, Listing> parts = pages.of(document);
            parts.put("alike", used.alike(document, pages));
            Reasons reasons = new ExplainedInvoice(
                            document, ArchivedOriginal.of(app, document), parts, pages.consequences(document), used)
                    .tree();
            return told(reasons);
        }
    }

    private int box() {
        noRows();
        try (AppSession app = AppSession.look(globals(), date, Role.values())) {
            return told(ExplainedBox.of(reference, app.get(VatReturns.class)));
        }
    }

    private int told(Reasons reasons) {
        if (globals().format() == Globals.Format.TABLE) {
            reasons.print(out());
        } else {
            out().println(JSON.writeValueAsString(reasons.object()));
        }
        return ExitCode.DONE.code;
    }

    private void noRows() {
        if (globals().format() == Globals.Format.CSV) {
            throw new Refused(ExitCode.USAGE, "a tree has no rows: explain prints a table's drawing or --json.");
        }
    }

    private Reference named() {
        noRows();
        if (OTHERS.stream().anyMatch(reference::startsWith)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "explained so far are invoice:ENTITY/CONTRACTOR/NUMBER and vat:ENTITY/PERIOD/BOX, not " + reference
                            + ". 'quittance list payments' and 'quittance list postings' tell which invoice they are of.");
        }
        try {
            return Reference.of(reference);
        } catch (IllegalArgumentException none) {
            throw new Refused(ExitCode.USAGE, none.getMessage() + " 'quittance invoice list' tells what there is.");
        }
    }
}
