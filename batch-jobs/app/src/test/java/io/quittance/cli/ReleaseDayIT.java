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

/** On which day money leaves: the books say that one, and nobody chooses it by typing. */
@DatabaseTest
class ReleaseDayIT {

    private static final String RUN = "NL-BV-20261127-01";

    @TempDir
    Path folder;

    private Path config;
    private Program program;
    private NightDatabase database;

    @BeforeEach
    void approvedRun() throws IOException {
        Path home = folder.resolve("workspace");
        config = folder.resolve("config");
        copy("config", config);
        copy("fixtures/demo/inbox/rates", home.resolve("inbox/rates"));
        copy("fixtures/errors/Q803/inbox/invoices", home.resolve("inbox/invoices"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        String[] day = {"--date", "2026-11-24", "--as", "anna"};
        program.ok(with(day, "intake"));
        program.ok(with(day, "assess"));
        program.ok(with(day, "run", "propose", "--entity", "NL-BV", "--pay-date", "2026-11-27"));
        program.approve(RUN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRunIsBookedOnTheDayItLeavesNotOnTheDayItWasProposed() throws Exception {
        program.ok("run", "release", RUN, "--date", "2026-11-26", "--as", "dev");
        try (Records records = new Records(database.open())) {
            assertThat(records.one("select business_date, released_on from quittance.payment_run"))
                    .isEqualTo("2026-11-24 2026-11-26");
            assertThat(records.rows("select distinct business_date from ledger.journal where work_set like 'release%'"))
                    .containsExactly("2026-11-26");
            assertThat(records.rows("select state, on_date from quittance.payment_event"))
                    .containsExactly("ORDERED 2026-11-26");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    /** The pay date was weeks ago, say: typing it does not bring it back. */
    @Test
    void whereMoneyIsRealNobodyReleasesOnAnotherDayThanToday() throws Exception {
        change("quittance.yaml", "example: true", "example: false");
        change("users.yaml", "trust: local", "");
        change("users.yaml", "os_login: quittance", "os_login: " + System.getProperty("user.name"));
        Program.Result refused = program.run("run", "release", RUN, "--date", "2026-11-24");
        assertThat(refused.exit()).as(refused.err()).isEqualTo(77);
        assertThat(refused.err()).contains("today is ", "Leave out --date");
    }

    private void change(String name, String from, String to) throws IOException {
        Path file = config.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static String[] with(String[] last, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(last)).toArray(String[]::new);
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
