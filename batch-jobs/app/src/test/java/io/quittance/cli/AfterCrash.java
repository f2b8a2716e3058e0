package io.quittance.cli;

import io.quittance.platform.database.Database;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person does after a crash, in one JVM to save starts: recover, the same command again, check, and a dump of ledger,
 * approved work, matches and answers of registers for comparison; after recovery the server is kept up for them. Exits with the first exit code that is not 0, having said which command it was.
 */
final class AfterCrash {

    /** What has to be the same after a crash, beside the files. */
    private static final List<String> KEPT = List.of("postings", "work", "matches", "registry");

    private AfterCrash() {}

    /** The same of a workspace that nobody disturbed. */
    static String kept(Program program) {
        return KEPT.stream()
                .map(kept -> program.ok("list", kept, "--format", "csv"))
                .collect(Collectors.joining());
    }

    /** @param args home, config, file for the dump, and the words of the command */
    public static void main(String[] args) throws Exception {
        List<String> place = List.of("--home", args[0], "--config", args[1]);
        List<String> command = Arrays.asList(args).subList(3, args.length);
        demand(run(System.out, List.of("recover"), place), "recover");
        try (Database server = Database.embedded(Path.of(args[0], "database"));
                var dump = new PrintStream(Files.newOutputStream(Path.of(args[2])), true, StandardCharsets.UTF_8)) {
            demand(run(System.out, command, place), String.join(" ", command));
            demand(run(System.out, List.of("check"), place), "check");
            for (String kept : KEPT) {
                demand(run(dump, List.of("list", kept, "--format", "csv"), place), "list " + kept);
            }
        }
        System.exit(0);
    }

    private static int run(PrintStream out, List<String> command, List<String> place) {
        List<String> all = new ArrayList<>(command);
        all.addAll(place);
        return QuittanceCommand.commandLine(
                        new PrintWriter(out, true, StandardCharsets.UTF_8),
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
