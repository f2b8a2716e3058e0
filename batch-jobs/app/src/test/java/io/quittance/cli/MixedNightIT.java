package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.cli.MixedDelivery.Fate;
import io.quittance.cli.MixedDelivery.Fault;
import io.quittance.cli.MixedDelivery.Sent;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A night of 200 files in seven formats, a third of them broken in eleven ways: nothing is lost. What must become of each is known from the
 * generator; the sums are taken a third time here, from what it made.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DatabaseTest
@OnEveryServer
class MixedNightIT {

    private static final int FILES = 200;
    private static final String DAY = "2026-11-24";

    private Path home;
    private List<Sent> sent;
    private NightDatabase database;
    private Program program;
    private Records records;
    private Program.Result night;

    @BeforeAll
    void night(@TempDir Path folder) throws Exception {
        home = folder.resolve("workspace");
        sent = MixedDelivery.of(FILES);
        MixedDelivery.drop(sent, home.resolve("inbox/invoices"));
        Files.copy(
                Program.root().resolve("fixtures/demo/inbox/rates/eurofxref-hist.csv"),
                Files.createDirectories(home.resolve("inbox/rates")).resolve("rates.csv"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, MixedDelivery.configuration(folder.resolve("config")), database.options());
        night = program.run("nightly", "--date", DAY, "--as", "anna");
        records = new Records(database.open());
    }

    @AfterAll
    void close() throws Exception {
        records.close();
        database.close();
    }

    @Test
    void theDeliveryIsWhatTheTestSays() throws IOException {
        assertThat(sent).hasSize(FILES);
        assertThat(sent.stream().filter(file -> file.fault() != Fault.NONE)).hasSize(FILES / 3);
        assertThat(sent.stream().map(Sent::fault).distinct()).hasSize(Fault.values().length);
        assertThat(MixedDelivery.of(FILES))
                .usingRecursiveComparison()
                .as("the same bytes again")
                .isEqualTo(sent);
    }

    @Test
    void theNightGoesOnAndTheDropFolderIsEmpty() throws IOException {
        assertThat(night.exit()).as(night.out() + night.err()).isZero();
        assertThat(files(home.resolve("inbox/invoices"))).isEmpty();
    }

    /** Each file, by the name it was dropped under, ends where its fault sends it, and nowhere else. */
    @Test
    void everyFileEndsWhereItMust() throws Exception {
        Map<String, String> ends = new TreeMap<>();
        records.rows("""
                        select d.name, case d.outcome when 'DUPLICATE' then 'DUPLICATE_FILE' else
                               (select string_agg(s.standing, '+') from quittance.document_standing s where s.file = d.sha256) end
                        from quittance.intake_delivery d where d.kind = 'INVOICES'
                        """).forEach(row -> ends.put(row.split(" ")[0], row.split(" ")[1]));
        assertThat(ends).hasSize(FILES);
        for (Sent file : sent) {
            assertThat(ends.get(file.name()))
                    .as(file.name() + " " + codes(file))
                    .matches(among(file.fault().fate), file.fault().fate.name());
        }
    }

    private List<String> codes(Sent file) throws Exception {
        return records.rows("select distinct code, message from quittance.finding where file = '" + file.name() + "'");
    }

    private static Predicate<String> among(Fate fate) {
        return switch (fate) {
            case UNDERSTOOD -> Set.of("ACCEPTED", "HELD")::contains;
            case REFUSED_FILE -> "REFUSED_FILE"::equals;
            case REFUSED -> Set.of("REFUSED_FILE", "REFUSED")::contains;
            case REJECTED -> Set.of("REJECTED", "REFUSED")::contains;
            case DUPLICATE_FILE -> "DUPLICATE_FILE"::equals;
            case DUPLICATE -> "DUPLICATE"::equals;
        };
    }

    /** Sums over what the generator made, beside those of the tables and those of the reader. */
    @Test
    void nothingIsLostByCurrency() throws Exception {
        Map<String, BigDecimal> made = new TreeMap<>();
        Map<String, Long> documents = new TreeMap<>();
        for (Sent file : sent) {
            if (file.fault() == Fault.NONE) {
                made.merge(file.syntax().currency, file.gross().movePointRight(2), BigDecimal::add);
                documents.merge(file.syntax().currency, 1L, Long::sum);
            }
        }
        Map<String, String> stored = new TreeMap<>();
        records.rows("""
                        select currency, count(*), sum(gross_minor) from quittance.document_standing
                        where standing in ('ACCEPTED', 'HELD') group by 1
                        """).forEach(row -> stored.put(row.split(" ")[0], row.substring(4)));
        assertThat(stored)
                .isEqualTo(made.keySet().stream()
                        .collect(Collectors.toMap(
                                currency -> currency,
                                currency -> documents.get(currency) + " "
                                        + made.get(currency).toBigIntegerExact())));
        assertThat(ties())
                .as("the ties of the control sheet")
                .anyMatch(tie -> tie.startsWith("T-21,") && tie.contains("," + FILES + "," + FILES + ",true"))
                .anyMatch(tie -> tie.startsWith("T-22,"))
                .anyMatch(tie -> tie.startsWith("T-23,PLN,"))
                .anyMatch(tie -> tie.startsWith("T-24,") && tie.contains("USD"))
                .allMatch(tie -> tie.endsWith(",true"));
        assertThat(program.ok("check")).isEmpty();
    }

    private List<String> ties() {
        return program.ok("list", "ties", "--format", "csv").lines().skip(1).toList();
    }

    /** A file that was refused lies there byte for byte, a document in the format it came in, and the reasons beside it. */
    @Test
    void everythingThatWasRefusedLiesInQuarantineWithItsReasons() throws Exception {
        for (Sent file : sent) {
            if (file.fault() == Fault.NONE || file.fault().fate == Fate.DUPLICATE_FILE) {
                continue;
            }
            Path folder =
                    home.resolve("quarantine").resolve(sha256(file.bytes()).substring(0, 12));
            List<Path> laidOut = files(folder);
            assertThat(laidOut).as(file.name()).anyMatch(path -> path.toString().endsWith(file.name()));
            List<String> reasons = new ArrayList<>();
            for (Path path : laidOut) {
                if (path.getFileName().toString().startsWith("findings-")) {
                    reasons.addAll(Files.readAllLines(path).stream().skip(1).toList());
                }
            }
            assertThat(reasons).as(file.name()).isNotEmpty().anyMatch(line -> line.contains(",REJECT,"));
            if (file.fault().fate == Fate.REFUSED_FILE) {
                assertThat(Files.readAllBytes(folder.resolve(file.name()))).isEqualTo(file.bytes());
            }
        }
    }

    /** A checker that never fires proves nothing: one row lost, or one too many, on either side. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from quittance.refusal where id = (select id from quittance.refusal order by id limit 1)        | I-32 | T-22 T-23
            update quittance.intake_count set documents = 2 where ctid = (select min(ctid) from quittance.intake_count) | I-32 | T-22 T-23
            update quittance.intake_count set gross_minor = gross_minor + 1 where ctid = (select min(ctid) from quittance.intake_count where currency = 'EUR') | I-32 | T-24
            delete from quittance.claim where id = (select min(id) from quittance.claim)                            | I-31 | T-21
            """)
    void whatIsLostIsSeen(String loss, String invariant, String ties) throws Exception {
        try (var undone = new Records(database.open())) {
            undone.execute("begin");
            undone.execute(loss);
            String sql = text("checks/" + invariant + ".sql");
            assertThat(undone.rows(sql)).as(loss).isNotEmpty();
            assertThat(undone.rows("select id from (" + text("ties.sql") + ") t where expected <> actual"))
                    .contains(ties.split(" "));
            undone.execute("rollback");
        }
    }

    private static String text(String resource) throws IOException {
        return Files.readString(
                Program.root().resolve("batch-jobs/app/src/main/resources").resolve(resource));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
