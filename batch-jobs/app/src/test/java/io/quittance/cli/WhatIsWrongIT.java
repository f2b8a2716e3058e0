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

/** What somebody reads who knows nothing of this program: where, in words of his own file, and what he is to do. */
@DatabaseTest
class WhatIsWrongIT {

    private static final String DAY = "2026-11-24";
    private static final String SAMPLES = "fixtures/errors/Q403/inbox/invoices/";

    @TempDir
    Path folder;

    private Path home;
    private Program program;
    private NightDatabase database;

    @BeforeEach
    void workspace() throws IOException {
        home = folder.resolve("home");
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, Program.root().resolve("config"), database.options());
        drop("rates/rates.csv", shipped("fixtures/demo/inbox/rates/eurofxref-hist.csv"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The line of the element and its number in EN 16931; both totals at once; nothing of sheets, and nothing of lifting. */
    @Test
    void aWrongTotalOfAnXmlIsNamedByItsTermAndItsLine() throws IOException {
        drop("invoices/wrong.xml", shipped(SAMPLES + "a-2026-0401.ubl.xml").replace("1149.50</cbc", "1150.00</cbc"));
        night();
        assertThat(explanation())
                .contains(
                        "Its only document was refused.",
                        "line 94, BT-112 (invoice_gross)",
                        "With a gross total of 1149.50 the amount due is 1149.50, not 1150.00: correct both.")
                .doesNotContain("the others went on", "annotated", "invoice lift");
        assertThat(program.ok("invoice", "list", "--date", DAY)).contains("1 rejected, which the totals leave out");
    }

    /** The one that counts keeps its name, and nobody is told to correct a copy of it. */
    @Test
    void aDocumentThatCameAgainIsNothingToCorrect() throws IOException {
        drop("invoices/a.xml", shipped(SAMPLES + "a-2026-0401.ubl.xml"));
        drop("invoices/b.xml", shipped(SAMPLES + "b-2026-0401.cii.xml"));
        night();
        assertThat(explanation())
                .contains("It was taken in before", "there is nothing to do", "BT-1 (invoice_number)")
                .doesNotContain("Nothing that was refused will be paid until it is corrected");
        assertThat(program.ok("invoice", "show", "NL-BV/C1001/2026-0401")).contains("from a.xml position 1");
    }

    @Test
    void timeSheetsHaveATextToo() throws IOException {
        drop(
                "timesheets/weeks.csv",
                shipped("fixtures/errors/Q510/inbox/timesheets/november.csv").replace(",40,", ",200,"));
        night();
        assertThat(explanation())
                .contains("What is wrong with weeks.csv", "could not be taken in as time sheets", "what to do: ")
                .contains("inbox/timesheets again")
                .doesNotContain("inbox/invoices");
    }

    @Test
    void aFolderThatIsNoProfileWaits() throws IOException {
        drop("invoices/november/a.xml", shipped(SAMPLES + "a-2026-0401.ubl.xml"));
        assertThat(program.ok("intake", "--date", DAY, "--as", "anna"))
                .contains("its folder is called like no profile of config/intake", "november/a.xml");
        assertThat(home.resolve("inbox/invoices/november/a.xml")).exists();
    }

    private void night() {
        program.ok("nightly", "--date", DAY, "--as", "anna");
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(Program.root().resolve(file));
    }

    private void drop(String name, String text) throws IOException {
        Path file = home.resolve("inbox").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String explanation() throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("quarantine"))) {
            return Files.readString(
                    tree.filter(file -> file.getFileName().toString().startsWith("what-is-wrong-"))
                            .findFirst()
                            .orElseThrow());
        }
    }
}
