package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code fixtures/errors}: each raises the code that its folder is called by, and no finding that
 * {@code expected/findings.csv} does not tell. A case with answers of a bank has its runs approved and released first;
 * what lies in {@code later} is dropped before a second night.
 */
@DatabaseTest
@Tag("exhaustive")
class ErrorFixturesIT {

    private static final Path CASES = Program.root().resolve("fixtures/errors");
    private static final String DAY = "2026-11-24";
    private static final String NEXT_DAY = "2026-11-25";

    @TempDir
    Path folder;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void raisesItsCodeAndNoOther(String code) throws Exception {
        Path fixture = CASES.resolve(code);
        Path home = folder.resolve("workspace");
        Path config = folder.resolve("config");
        lay(Program.root().resolve("config"), config);
        lay(fixture.resolve("config"), config);
        lay(ratesOf(fixture), home.resolve("inbox/rates"));
        lay(fixture.resolve("inbox/invoices"), home.resolve("inbox/invoices"));
        lay(fixture.resolve("inbox/timesheets"), home.resolve("inbox/timesheets"));
        lay(fixture.resolve("inbox/registry"), home.resolve("inbox/registry"));
        try (NightDatabase database = NightDatabase.onTestServer(home, folder)) {
            Program program = new Program(home, config, database.options());
            program.ok("nightly", "--date", DAY, "--as", "anna");
            try (Records records = new Records(database.open())) {
                if (Files.exists(fixture.resolve("inbox/bank"))) {
                    pay(program, records);
                    lay(fixture.resolve("inbox/bank"), home.resolve("inbox/bank"));
                    program.ok("nightly", "--date", NEXT_DAY, "--as", "anna");
                }
                if (Files.exists(fixture.resolve("later"))) {
                    lay(fixture.resolve("later"), home.resolve("inbox"));
                    program.ok("nightly", "--date", NEXT_DAY, "--as", "anna");
                }
                List<String> found = findings(records);
                assertThat(found).as("findings").anyMatch(row -> row.contains("," + code + ","));
                Golden.assertEquals(
                        "fixtures/errors/" + code + "/expected/findings.csv", text("file,line,code,message", found));
                if (Files.exists(fixture.resolve("expected/verdicts.csv"))) {
                    Golden.assertEquals(
                            "fixtures/errors/" + code + "/expected/verdicts.csv",
                            text(
                                    "file,position,entity,contractor,number,verdict,codes,treatment,payable,currency",
                                    verdicts(records)));
                }
            }
            assertThat(program.ok("check")).isEmpty();
        }
    }

    private static void pay(Program program, Records records) throws Exception {
        for (String run : records.rows("select id from quittance.payment_run order by id")) {
            program.approve(run);
            program.ok("run", "release", run, "--date", DAY, "--as", "dev");
        }
    }

    private static List<String> findings(Records records) throws Exception {
        return records.rows("""
                select concat_ws(',', file, coalesce(line::text, ''), code,
                                 '"' || replace(message, '"', '""') || '"')
                from quittance.finding order by file, line, code, message
                """);
    }

    private static List<String> verdicts(Records records) throws Exception {
        return records.rows("""
                select concat_ws(',', i.file_name, i.position, i.entity, i.contractor, i.number, a.verdict,
                           (select string_agg(distinct f.code, ' ' order by f.code) from quittance.finding f
                            where f.subject = i.id),
                           a.treatment, quittance.amount(a.payable_minor, a.currency), a.currency)
                from quittance.invoice i join quittance.assessment a on a.invoice = i.id and a.latest
                order by i.file_name, i.position
                """);
    }

    private static String text(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    private static Path ratesOf(Path fixture) {
        Path own = fixture.resolve("inbox/rates");
        return Files.exists(own) ? own : Program.root().resolve("fixtures/demo/inbox/rates");
    }

    /** Copies a tree over another; nothing where there is none. */
    private static void lay(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
