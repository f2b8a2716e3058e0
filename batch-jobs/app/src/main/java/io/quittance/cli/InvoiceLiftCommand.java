package io.quittance.cli;

import io.quittance.document.job.DocumentActs;
import io.quittance.document.job.DocumentActs.Done;
import io.quittance.finding.FindingCode;
import io.quittance.platform.configuration.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A person overrules what holds a document. */
@Command(
        name = "lift",
        description = {
            "Overrules what holds a document: findings by their codes, or a person's hold by Q709.",
            "A finding stays as a warning that says who lifted it and why; it counts for this document and for what was read and said there, nothing else.",
            "Whoever lifts may not approve the run that pays the document. docs/reference/finding-codes.md tells what is never",
            "lifted, and why."
        })
final class InvoiceLiftCommand extends OneDocument {

    @Option(names = "--code", split = ",", arity = "1", paramLabel = "CODE", description = "What is lifted, e.g. Q707.")
    List<String> codes = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept and shown.")
    String reason = "";

    @Override
    public Integer call() {
        String why = reasonOf(reason);
        Set<FindingCode> lifted = read(codes);
        try (AppSession app = AppSession.inPerson(globals(), date, Role.OPERATE)) {
            Done done = app.get(DocumentActs.class).lift(named(), lifted, why);
            return tell(
                    "lifted",
                    done,
                    app.user().name(),
                    "quittance assess, or the next night, looks at it again; another person approves the run that pays it");
        }
    }

    private static Set<FindingCode> read(List<String> codes) {
        Set<FindingCode> read = EnumSet.noneOf(FindingCode.class);
        for (String code : codes) {
            try {
                read.add(FindingCode.ofId(code));
            } catch (IllegalArgumentException unknown) {
                throw new Refused(
                        ExitCode.USAGE,
                        "there is no finding code " + code + "; docs/reference/finding-codes.md tells all of them.");
            }
        }
        return read;
    }
}
