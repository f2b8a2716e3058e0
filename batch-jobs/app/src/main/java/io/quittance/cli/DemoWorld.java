package io.quittance.cli;

import io.quittance.platform.database.ServerLease;
import io.quittance.platform.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The workspace of the demo and the files that are dropped into it. Touches no workspace but one that it made itself. */
final class DemoWorld {

    private static final String MARKER = ".quittance-demo";

    private final Path fixtures;
    private final Workspace workspace;

    private DemoWorld(Path fixtures, Workspace workspace) {
        this.fixtures = fixtures;
        this.workspace = workspace;
    }

    /**
     * A clean workspace.
     *
     * @throws Refused when the folder holds anything that the demo did not make
     */
    static DemoWorld prepare(Path home) {
        Path fixtures = fixtures();
        try {
            if (Files.exists(home.resolve(MARKER))) {
                stopServer(home);
                delete(home);
            } else if (Files.exists(home) && !isEmpty(home)) {
                throw new Refused(
                        ExitCode.CANNOT_CREATE,
                        home + " is not empty and not a demo's; nothing was touched. Name another folder with --home.");
            }
            Workspace workspace = new Workspace(home).create();
            Files.writeString(home.resolve(MARKER), "The demo deletes this folder when it is run again.\n");
            return new DemoWorld(fixtures, workspace);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + home, e);
        }
    }

    /** A demo that was killed left its server running; one that runs is left alone. */
    private static void stopServer(Path home) {
        if (!ServerLease.stopUnused(new Workspace(home).database())) {
            throw new Refused(
                    ExitCode.BUSY,
                    home + " is in use by another command; nothing was touched. Wait until it has ended.");
        }
    }

    Workspace workspace() {
        return workspace;
    }

    /** What contractors and rate publishers sent. */
    void dropInvoices() {
        copy(fixtures.resolve("inbox/invoices"), workspace.inboxInvoices(), "");
        copy(fixtures.resolve("inbox/rates"), workspace.inboxRates(), "");
    }

    /** What the banks answered on a day: the files whose names begin with it. */
    boolean dropBank(String day) {
        return copy(fixtures.resolve("bank"), workspace.inboxBank(), day) > 0;
    }

    private static Path fixtures() {
        String launcher = System.getProperty("quittance.launcher.home", ".");
        return Stream.of(Path.of("fixtures/demo"), Path.of(launcher, "fixtures/demo"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(
                        () -> new Refused(ExitCode.NO_INPUT, "fixtures/demo is neither here nor beside the launcher."));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static int copy(Path from, Path to, String beginning) {
        if (!Files.isDirectory(from)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(from)) {
            List<Path> chosen = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .toList();
            for (Path file : chosen) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return chosen.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
