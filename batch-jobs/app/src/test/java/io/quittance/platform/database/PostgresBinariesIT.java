package io.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {

    @TempDir
    Path cache;

    @Test
    void unpackedOnceWholeWithLinksAndModesWhoeverAsksAtOnce() throws Exception {
        Set<PostgresBinaries> found = new HashSet<>();
        try (ExecutorService askers = Executors.newFixedThreadPool(3)) {
            List<Future<PostgresBinaries>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(askers.submit(() -> PostgresBinaries.in(cache)));
            }
            for (Future<PostgresBinaries> answer : answers) {
                found.add(answer.get());
            }
        }
        assertThat(found).hasSize(1);
        PostgresBinaries binaries = found.iterator().next();
        assertThat(list(cache)).containsExactly(binaries.folder());
        assertThat(Files.getPosixFilePermissions(Path.of(binaries.program("initdb"))))
                .contains(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        assertThat(list(binaries.folder().resolve("lib"))).anyMatch(Files::isSymbolicLink);

        Process version = new ProcessBuilder(binaries.program("postgres"), "--version").start();
        assertThat(new String(version.getInputStream().readAllBytes())).contains("PostgreSQL) 18.6");
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
