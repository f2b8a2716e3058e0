package io.quittance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.platform.configuration.IntakeSettings;
import io.quittance.platform.configuration.IntakeSettings.Settling;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettledFilesTest {

    private static final Settling SETTLING =
            new Settling(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(15));

    @TempDir
    Path inbox;

    private final FakeTime time = new FakeTime();
    private SettledFiles filter;

    @BeforeEach
    void filter() {
        filter = new SettledFiles(inbox, new IntakeSettings(SETTLING, 1_000, null), time, "xero-bills"::equals);
    }

    /** How old the file is at the first look, how long after that the second look comes, what happens in between. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            an hour ago,       1s, nothing,  taken
            an hour ago,    900ms, nothing,  left
            an hour ago,       1s, grows,    left
            an hour ago,       1s, touched,  left
            an hour ago,       1s, replaced, left
            a second ago,      1s, nothing,  left
            a second ago,      4s, nothing,  taken
            a second ago,      4s, grows,    left
            in an hour,        1s, nothing,  left
            in an hour,        5s, nothing,  taken
            """)
    void aFileIsTakenWhenItIsOldAndLooksAsItDidBefore(String age, String pause, String change, String outcome)
            throws IOException {
        Path file = dropped("a.csv", "content", ageOf(age));
        assertThat(look()).isEmpty();
        time.pass(Duration.parse("PT" + (pause.endsWith("ms") ? "0.9s" : pause)));
        switch (change) {
            case "grows" -> dropped("a.csv", "content, more", ageOf(age));
            case "touched" ->
                Files.setLastModifiedTime(file, FileTime.from(ageOf(age).minusSeconds(1)));
            case "replaced" -> {
                Path other = dropped("a.csv.tmp", "CONTENT", ageOf(age));
                Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            default -> {}
        }

        if (outcome.equals("taken")) {
            assertThat(look()).containsExactly("a.csv");
            assertThat(told()).isEmpty();
        } else {
            assertThat(look()).isEmpty();
            assertThat(told()).containsExactly("a.csv: waiting, not settled");
            assertThat(filter.isAnyUnsettled()).isTrue();
        }
    }

    @Test
    void aMarkerSettlesAtOnceAndIsNoFile() throws IOException {
        dropped("a.csv", "content", time.instant());
        dropped("a.csv.done", "", time.instant());
        dropped("b.csv.done", "", time.instant());
        assertThat(look()).containsExactly("a.csv");
        assertThat(told()).containsExactly("b.csv.done: left, a marker without its file");
    }

    @Test
    void whatIsBeingWrittenByItsNameIsNotLookedAt() throws IOException {
        for (String name : List.of("a.csv.part", "b.tmp", "c.csv~", ".hidden", ".folder/d.csv")) {
            Path file = inbox.resolve(name);
            Files.createDirectories(file.getParent());
            dropped(name, "content", Instant.EPOCH);
        }
        assertThat(settled()).isEmpty();
        assertThat(told()).isEmpty();
    }

    /** A folder is called like a profile of columns, and holds files. */
    @Test
    void foldersAndWhatIsNoFileStayAndAreTold() throws Exception {
        Path elsewhere = Files.writeString(Files.createTempFile("elsewhere", ".csv"), "secret");
        Files.createSymbolicLink(inbox.resolve("link.csv"), elsewhere);
        Files.createDirectories(inbox.resolve("xero-bills/deeper"));
        Files.createDirectories(inbox.resolve("folder.csv"));
        dropped("xero-bills/bill.csv", "content", Instant.EPOCH);
        dropped("folder.csv/inside.csv", "content", Instant.EPOCH);
        Files.createDirectories(inbox.resolve("november"));
        dropped("november/bill.csv", "content", Instant.EPOCH);
        try (RandomAccessFile sparse =
                new RandomAccessFile(inbox.resolve("huge.csv").toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
        assertThat(new ProcessBuilder("mkfifo", inbox.resolve("pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(inbox.resolve("s.csv")));
            assertThat(settled()).containsExactly("xero-bills/bill.csv");
        } finally {
            Files.delete(elsewhere);
        }
        assertThat(told())
                .containsExactly(
                        "folder.csv: left, a folder that is called like a file",
                        "huge.csv: left, larger than intake.largest",
                        "link.csv: left, no regular file",
                        "november/bill.csv: waiting, its folder is called like no profile of config/intake",
                        "pipe.csv: left, no regular file",
                        "s.csv: left, no regular file",
                        "xero-bills/deeper: left, folders in folders are not read");
    }

    private static Instant ageOf(String words) {
        Instant now = Instant.parse("2026-11-24T20:00:00Z");
        return switch (words) {
            case "an hour ago" -> now.minusSeconds(3600);
            case "a second ago" -> now.minusSeconds(1);
            default -> now.plusSeconds(3600);
        };
    }

    private Path dropped(String name, String text, Instant modified) throws IOException {
        Path file = Files.writeString(inbox.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private List<String> settled() throws IOException {
        look();
        time.pass(SETTLING.apart());
        return look();
    }

    private List<String> look() throws IOException {
        try (Stream<Path> tree = Files.walk(inbox, 2)) {
            File[] files = tree.skip(1).map(Path::toFile).toArray(File[]::new);
            return filter.filterFiles(files).stream()
                    .map(file -> DropNames.within(inbox, file.toPath()))
                    .toList();
        }
    }

    private List<String> told() {
        return filter.left().stream()
                .map(left -> left.name() + ": " + left.reason().words())
                .toList();
    }
}
