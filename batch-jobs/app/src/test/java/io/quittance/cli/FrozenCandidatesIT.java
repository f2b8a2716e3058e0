package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run decides about what it froze, also when a document becomes another contractor's before the proposal goes on. */
@DatabaseTest
class FrozenCandidatesIT {

    private static final String[] PROPOSE = {
        "run", "propose", "--entity", "NL-BV", "--date", "2026-11-24", "--as", "anna"
    };

    @TempDir
    Path folder;

    @Test
    void aDocumentThatChangedItsContractorIsHeldAndNeitherLostNorPaidToTheOther() throws Exception {
        Path home = folder.resolve("workspace");
        copy("fixtures/demo/inbox/rates", home.resolve("inbox/rates"));
        copy("fixtures/errors/Q803/inbox/invoices", home.resolve("inbox/invoices"));
        try (NightDatabase database = NightDatabase.onTestServer(home, folder);
                Records records = new Records(database.open())) {
            Program program = new Program(home, Program.root().resolve("config"), database.options());
            program.ok("intake", "--date", "2026-11-24", "--as", "anna");
            program.ok("assess", "--date", "2026-11-24", "--as", "anna");
            try (var full = records.forbid("quittance.run_decision", "false")) {
                assertThat(program.run(PROPOSE).exit()).isEqualTo(1);
            }
            try (var other = records.change("quittance.assessment", "contractor", "'C1002'", "latest")) {
                program.ok(PROPOSE);
            }
            assertThat(records.rows("select outcome, reason from quittance.run_decision"))
                    .singleElement()
                    .asString()
                    .startsWith("HELD was a document of C1001 when the run began, and is one of C1002 now");
            assertThat(program.ok("check")).isEmpty();
        }
    }

    private static void copy(String from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(Program.root().resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }
}
