package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What approvers are shown is what they sign: the payment, not the document. */
@DatabaseTest
class RunShowIT {

    private static final String RUN = "NL-BV-20261125-01";

    @TempDir
    Path folder;

    private Program program;
    private NightDatabase database;

    /** The register changed after the document was accepted. */
    @BeforeEach
    void proposedRun() throws IOException {
        Path home = folder.resolve("workspace");
        Path config = folder.resolve("config");
        copy("config", config);
        copy("fixtures/demo/inbox/rates", home.resolve("inbox/rates"));
        copy("fixtures/errors/Q803/inbox/invoices", home.resolve("inbox/invoices"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        program.ok("intake", "--date", "2026-11-24", "--as", "anna");
        program.ok("assess", "--date", "2026-11-24", "--as", "anna");
        Path register = config.resolve("register/contractors.csv");
        Files.writeString(
                register, Files.readString(register).replace("Jansen Softwarebouw B.V.", "Jansen Elders B.V."));
        program.ok("run", "propose", "--entity", "NL-BV", "--date", "2026-11-24", "--as", "anna");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoIsPaidAndWhereAndWhatChangedSinceTheDocumentWasAccepted() throws Exception {
        assertThat(program.ok("run", "show", RUN, "--format", "csv"))
                .startsWith("outcome,contractor,name,account,number,currency,amount,payment,paid_from,changed,reason")
                .contains("paid,C1001,Jansen Elders B.V.,NL…1010,2026-0318,EUR,4029.30," + RUN
                        + "-00001,NL-BV-EUR,name,");
        assertThat(program.ok("run", "show", RUN, "--format", "json"))
                .contains("\"account\":\"NL…1010\",\"paid_from\":\"NL-BV-EUR\",\"changed\":\"name\"");
    }

    /** The number is fixed with the run; nothing else is asked for it. */
    @Test
    void howManyMustSignIsWhatTheRunSays() throws Exception {
        try (Records records = new Records(database.open());
                var three = records.change("quittance.payment_run", "approvals_needed", "3", "true")) {
            program.approve(RUN);
            assertThat(program.ok("run", "show", RUN)).contains("2 of 3 approvals", "state PROPOSED");
            assertThat(program.run("run", "release", RUN, "--date", "2026-11-24", "--as", "dev")
                            .exit())
                    .isEqualTo(11);
        }
    }

    private static void copy(String from, Path to) throws IOException {
        Path source = Program.root().resolve(from);
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
