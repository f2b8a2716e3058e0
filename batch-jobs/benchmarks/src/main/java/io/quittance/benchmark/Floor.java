package io.quittance.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What no program on this server can beat: the rows that the pipeline wrote, copied as they are into the same tables, with the
 * same keys, indexes and references, over as many connections. Only the ledger's check of balance is off.
 */
final class Floor {

    private static final int COPY_BUFFER = 1 << 16;

    private final Databases databases;
    private final Path folder;

    /** @param folder for the dumped rows */
    Floor(Databases databases, Path folder) throws IOException {
        this.databases = databases;
        this.folder = Files.createDirectories(folder);
    }

    /** Dumps what the pipeline wrote. Returns the number of rows of each table. */
    Map<String, Long> dump() throws SQLException, IOException {
        var rows = new TreeMap<String, Long>();
        try (Connection connection = databases.superuser()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (PipelineTable table : PipelineTable.ALL) {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(table)))) {
                    String query = "select * from " + table.name() + " where " + table.written();
                    rows.put(table.name(), copy.copyOut("copy (" + query + ") to stdout", out));
                }
            }
        }
        return rows;
    }

    /** How many bytes were dumped. */
    long bytes() throws IOException {
        long bytes = 0;
        for (PipelineTable table : PipelineTable.ALL) {
            bytes += Files.size(file(table));
        }
        return bytes;
    }

    /** Copies the dumped rows into a renewed database. Returns nanoseconds. */
    long load() throws Exception {
        databases.renewWithoutLedgerCheck();
        try (Connection first = databases.app();
                Connection second = databases.app();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Connection> connections = List.of(first, second);
            long start = System.nanoTime();
            for (PipelineTable table : PipelineTable.ALL) {
                load(table, connections.subList(0, table.connections()), threads);
            }
            return System.nanoTime() - start;
        }
    }

    private void load(PipelineTable table, List<Connection> connections, ExecutorService threads)
            throws IOException, InterruptedException, ExecutionException {
        var parts = new ArrayList<Callable<Long>>();
        long size = Files.size(file(table));
        long from = 0;
        for (int i = 1; i <= connections.size(); i++) {
            Connection connection = connections.get(i - 1);
            long begin = from;
            long end = i == connections.size() ? size : endOfLine(file(table), size * i / connections.size());
            parts.add(() -> copy(table, connection, begin, end));
            from = end;
        }
        for (Future<Long> part : threads.invokeAll(parts)) {
            part.get();
        }
    }

    private long copy(PipelineTable table, Connection connection, long begin, long end)
            throws IOException, SQLException {
        try (var file = new RandomAccessFile(file(table).toFile(), "r")) {
            file.seek(begin);
            try (InputStream rows = new Portion(Channels.newInputStream(file.getChannel()), end - begin)) {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.name() + " from stdin", rows, COPY_BUFFER);
            }
        }
    }

    /** The first byte after the line in which a position stands; COPY writes a line feed inside a value as two characters. */
    private static long endOfLine(Path path, long position) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(position);
            int read;
            do {
                read = file.read();
            } while (read >= 0 && read != '\n');
            return file.getFilePointer();
        }
    }

    private Path file(PipelineTable table) {
        return folder.resolve(table.name() + ".copy");
    }
}
