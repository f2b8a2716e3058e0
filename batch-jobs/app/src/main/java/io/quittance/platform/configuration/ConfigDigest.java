package io.quittance.platform.configuration;

import io.quittance.platform.workspace.Sha256;
import io.quittance.platform.workspace.StorageError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The fingerprint of a configuration: SHA-256 over its files, sorted by relative name; each as length and bytes of the name,
 * length and bytes of the content. Hidden files and folders do not count.
 */
public final class ConfigDigest {

    private ConfigDigest() {}

    /** Lower case hexadecimal. The same on every machine for the same files. */
    public static String of(Path folder) {
        try {
            MessageDigest digest = Sha256.digest();
            for (var file : files(folder).entrySet()) {
                add(digest, file.getKey().getBytes(StandardCharsets.UTF_8));
                add(digest, Files.readAllBytes(file.getValue()));
            }
            return Sha256.hex(digest.digest());
        } catch (IOException e) {
            throw StorageError.failed("read", folder, e);
        }
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
    }

    /** By relative name with {@code /}. Links are followed: that is how containers mount a configuration. */
    public static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> regular = tree.filter(Files::isRegularFile).toList();
            for (Path file : regular) {
                Path relative = folder.relativize(file);
                if (!isHidden(relative)) {
                    files.put(String.join("/", names(relative)), file);
                }
            }
        }
        return files;
    }

    private static boolean isHidden(Path relative) {
        return names(relative).stream().anyMatch(name -> name.startsWith("."));
    }

    private static List<String> names(Path relative) {
        return Stream.iterate(0, i -> i + 1)
                .limit(relative.getNameCount())
                .map(i -> relative.getName(i).toString())
                .toList();
    }
}
