package io.quittance.delivery;

import io.quittance.delivery.store.ClaimRows;
import io.quittance.delivery.store.IntakeFiles;
import io.quittance.platform.database.MigratedDatabase;
import io.quittance.platform.workspace.Workspace;
import io.quittance.stage.Session;
import io.quittance.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A workspace and a database in which files are claimed, without the stages around it. */
final class ClaimDesk implements AutoCloseable {

    final Workspace workspace;
    final Path inbox;
    final Claims claims;
    final TestDatabase database;
    private final JdbcClient jdbc;

    ClaimDesk(Path home) {
        workspace = new Workspace(home).create();
        inbox = workspace.inboxInvoices();
        database = MigratedDatabase.forTests().create();
        var login = database.app();
        var source = new DriverManagerDataSource(login.url(), login.user(), login.password());
        jdbc = JdbcClient.create(source);
        var session = new Session(workspace, home, LocalDate.of(2026, 11, 24), "anna", "anna");
        claims = new Claims(
                new Deliveries(session, new IntakeFiles(jdbc)),
                new ClaimRows(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    /** What is claimed, by name: {@code a.csv 5 bytes, cleared}. */
    List<String> claimed() {
        return jdbc.sql("select name || ' ' || bytes || ' bytes' || case when cleared then '' else ', not cleared' end"
                        + " from quittance.claim order by name collate \"C\", id")
                .query(String.class)
                .list();
    }

    /** How many contents are in the archive. */
    long archived() throws IOException {
        return files(workspace.archive()).size();
    }

    /** What lies in the drop folder. */
    List<String> waiting() throws IOException {
        return files(inbox).stream().map(file -> DropNames.within(inbox, file)).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
