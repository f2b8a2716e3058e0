package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigDigestTest {

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void twoFiles() throws IOException {
        folder = Files.createDirectories(parent.resolve("config"));
        Files.createDirectories(folder.resolve("banks"));
        Files.writeString(folder.resolve("a.yaml"), "ab");
        Files.writeString(folder.resolve("banks/b.yaml"), "c");
    }

    /**
     * By hand: {@code { printf '\0\0\0\0\0\0\0\6a.yaml\0\0\0\0\0\0\0\2ab'; printf '\0\0\0\0\0\0\0\14banks/b.yaml\0\0\0\0\0\0\0\1c'; } | sha256sum}.
     */
    @Test
    void isTheSameOnEveryMachine() {
        assertThat(ConfigDigest.of(folder))
                .isEqualTo("48f9cea9cc7278a5e2fbf77ffc8e1cfbbe985b063d3ea7cbc3f492710dbfd9f1");
    }

    @Test
    void anyChangeShows() throws IOException {
        Set<String> digests = new HashSet<>();
        digests.add(ConfigDigest.of(folder));

        Files.writeString(folder.resolve("a.yaml"), "ab ");
        digests.add(ConfigDigest.of(folder));

        Files.writeString(folder.resolve("a.yaml"), "a");
        Files.writeString(folder.resolve("banks/b.yaml"), "bc");
        digests.add(ConfigDigest.of(folder));

        Files.move(folder.resolve("banks/b.yaml"), folder.resolve("banks/c.yaml"));
        digests.add(ConfigDigest.of(folder));

        Files.writeString(folder.resolve("empty.csv"), "");
        digests.add(ConfigDigest.of(folder));

        assertThat(digests).hasSize(5);
    }

    @Test
    void hiddenFilesDoNotCountAndLinksDo() throws IOException {
        String before = ConfigDigest.of(folder);
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/x"), "x");
        Files.writeString(folder.resolve(".a.yaml.swp"), "x");
        assertThat(ConfigDigest.of(folder)).isEqualTo(before);

        Path link = Files.createSymbolicLink(parent.resolve("link"), folder);
        assertThat(ConfigDigest.of(link)).isEqualTo(before);
    }
}
