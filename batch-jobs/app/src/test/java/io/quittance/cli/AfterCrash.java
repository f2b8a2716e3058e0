package io.quittance.cli;

import io.quittance.platform.database.Database;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a person does after a crash, in one JVM to save starts: recover, the same command again, check, and a dump of what must be as
 * it would have been; after recovery the server is kept up for them. Exits with the first exit code that is not 0, having said which
 * command it was.
 */
final class AfterCrash {

    /** What has to be the same after a crash, beside the files; nothing that a clock wrote. */
    private static final List<String> KEPT = List.of(
            "select * from quittance.list_postings order by number, position",
            "select id, state, digest, released_by, released_on from quittance.payment_run order by id",
            "select * from quittance.list_payments order by payment",
            "select * from quittance.payment_event order by payment, position",
            "select * from quittance.list_work order by contract, work",
            "select * from quittance.list_matches order by entity, contractor, number, file, position, line",
            "select * from quittance.list_registry_answers order by number, day, register, requester nulls first",
            // what is kept back, what of it stands, under which certificate, and what the offices are owed by the
            // ledger
            "select * from quittance.withholding order by run, invoice, position",
            "select run, invoice, position, run_state from quittance.standing_withholding order by 1, 2, 3",
            "select * from quittance.withholding_certificate order by entity, jurisdiction, year, number",
            "select entity, account, currency, sum(minor), sum(minor) filter (where minor > 0) from ledger.posting"
                    + " where account in ('2610', '2620', '6110') group by 1, 2, 3 order by 1, 2, 3",
            // returns that were closed
            "select * from quittance.vat_return order by id",
            "select * from quittance.vat_return_line order by return_id, position",
            "select * from quittance.vat_return_entry order by entry",
            "select * from quittance.vat_return_withholding order by run, invoice, position",
            "select * from quittance.vat_return_acceptance order by return_id",
            "select * from quittance.vat_return_unproven order by return_id, invoice, role",
            "select * from quittance.vat_component order by entry, position",
            "select * from quittance.list_ties order by id, scope, currency");

    private AfterCrash() {}

    /** All that of a workspace. */
    static String kept(Path home) throws SQLException {
        var text = new StringBuilder();
        try (Records records = new Records(home)) {
            for (String query : KEPT) {
                text.append(query).append('\n');
                records.rows(query).forEach(row -> text.append(row).append('\n'));
            }
        }
        return text.toString();
    }

    /** @param args home, config, file for the dump, and the words of the command */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        List<String> place = List.of("--home", args[0], "--config", args[1]);
        List<String> command = Arrays.asList(args).subList(3, args.length);
        demand(run(List.of("recover"), place), "recover");
        try (Database server = Database.embedded(home.resolve("database"))) {
            demand(run(command, place), String.join(" ", command));
            demand(run(List.of("check"), place), "check");
            Files.writeString(Path.of(args[2]), kept(home));
        }
        System.exit(0);
    }

    private static int run(List<String> command, List<String> place) {
        List<String> all = new ArrayList<>(command);
        all.addAll(place);
        return QuittanceCommand.commandLine(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(all.toArray(String[]::new));
    }

    private static void demand(int exit, String what) {
        if (exit != 0) {
            System.err.println(what + " ended " + exit);
            System.exit(exit);
        }
    }
}
