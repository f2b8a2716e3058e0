package io.quittance.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks a {@code .txz} with its symbolic links and modes. An entry that points out of the target is refused. */
final class Archive {

    private Archive() {}

    static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                place(tar, entry, target);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = inside(target, target.resolve(entry.getName()), entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(parent(path));
        if (entry.isSymbolicLink()) {
            inside(target, parent(path).resolve(entry.getLinkName()), entry.getName());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, inside(target, target.resolve(entry.getLinkName()), entry.getName()));
        } else {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    /** A temporary folder is private; these are programs, which the owner of a workspace must be able to run. */
    static void openToReaders(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Removes a folder with all that is in it; nothing happens where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> childrenFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : childrenFirst) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Path inside(Path target, Path path, String name) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("The archive's entry " + name + " points out of " + target);
        }
        return normal;
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException(path + " has no folder");
        }
        return parent;
    }

    /** The nine permission bits, lowest first: others, group, owner. */
    private static Set<PosixFilePermission> permissions(int mode) {
        PosixFilePermission[] fromHighest = PosixFilePermission.values();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < fromHighest.length; i++) {
            if ((mode >> (fromHighest.length - 1 - i) & 1) == 1) {
                permissions.add(fromHighest[i]);
            }
        }
        return permissions;
    }
}
