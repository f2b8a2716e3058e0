package io.quittance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quittance.delivery.store.IntakeFiles;
import io.quittance.delivery.store.IntakeFiles.Frozen;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.platform.workspace.Workspace;
import io.quittance.stage.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveriesTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Deliveries.class);

    @TempDir
    Path folder;

    private final List<String> frozen = new ArrayList<>();
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private Path inbox;
    private Workspace workspace;

    @BeforeEach
    void files() throws IOException {
        workspace = new Workspace(folder.resolve("home"));
        inbox = Files.createDirectories(folder.resolve("inbox"));
        for (String name : List.of("a.csv", "b.csv", "c.csv")) {
            Files.writeString(inbox.resolve(name), name);
        }
        told.start();
        LOG.addAppender(told);
    }

    @AfterEach
    void detach() {
        LOG.detachAppender(told);
    }

    private interface Somebody {
        void touches(Path file) throws IOException;
    }

    /** The agent that delivers writes on, replaces or takes back what is being read. */
    @ParameterizedTest
    @ValueSource(strings = {"grows", "shrinks", "is gone"})
    void aFileThatChangesWhileItIsReadIsLeftForTheNextTimeAndTheOthersAreTakenIn(String change) throws IOException {
        deliveries(file -> {
                    switch (change) {
                        case "grows" -> Files.writeString(file, "more", StandardOpenOption.APPEND);
                        case "shrinks" -> Files.writeString(file, "b");
                        default -> Files.delete(file);
                    }
                })
                .freeze("intake-20261124-01", Kind.INVOICES, inbox, known -> Set.of());

        assertThat(frozen).containsExactly("1 a.csv", "2 c.csv");
        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("b.csv changed while it was read; it is left for the next time");
        assertThat(archived()).as("and no trace of it").containsExactlyInAnyOrder("a.csv", "c.csv");
        frozen.clear();
        Files.writeString(inbox.resolve("b.csv"), "complete");
        deliveries(file -> {}).freeze("intake-20261124-02", Kind.INVOICES, inbox, known -> Set.of());
        assertThat(frozen).containsExactly("1 a.csv", "2 b.csv", "3 c.csv");
    }

    /** What the archive has already is never taken for damaged because a file in the inbox changes. */
    @Test
    void theArchiveOfAKnownContentStaysWhatItIs() throws IOException {
        deliveries(file -> {}).freeze("intake-20261124-01", Kind.INVOICES, inbox, known -> Set.of());
        frozen.clear();
        deliveries(file -> Files.writeString(file, "other"))
                .freeze("intake-20261124-02", Kind.INVOICES, inbox, known -> Set.of());
        assertThat(frozen).containsExactly("1 a.csv", "2 c.csv");
        assertThat(archived()).containsExactlyInAnyOrder("a.csv", "b.csv", "c.csv");
    }

    /** Between the hash and the copy of b.csv. */
    private Deliveries deliveries(Somebody somebody) {
        var session = new Session(workspace, folder, LocalDate.of(2026, 11, 24), "anna", "anna");
        return new Deliveries(session, new Recording()) {
            @Override
            String hash(Path file) {
                String sha256 = super.hash(file);
                if (file.endsWith("b.csv")) {
                    touch(somebody, file);
                }
                return sha256;
            }
        };
    }

    private static void touch(Somebody somebody, Path file) {
        try {
            somebody.touches(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> archived() throws IOException {
        try (Stream<Path> tree = Files.walk(workspace.archive())) {
            return tree.filter(Files::isRegularFile).map(DeliveriesTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private final class Recording extends IntakeFiles {

        Recording() {
            super(JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource()));
        }

        @Override
        public Set<String> known(Kind kind, List<String> hashes) {
            return Set.of();
        }

        @Override
        public void freeze(String workSet, Kind kind, List<Frozen> deliveries, Set<String> again) {
            deliveries.forEach(one -> frozen.add(one.position() + " " + one.name()));
        }
    }
}
