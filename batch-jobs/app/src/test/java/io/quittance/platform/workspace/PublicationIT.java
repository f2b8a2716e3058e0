package io.quittance.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishing by a process that dies, waits, or whose disk fails at a system call. */
class PublicationIT {

    private static final Path STRACE = Path.of("/usr/bin/strace");

    @TempDir
    Path folder;

    @Test
    void aProcessThatDiesInTheMiddleLeavesOnlyAPartThatTheNextReplaces() throws Exception {
        Path target = folder.resolve("pay.xml");
        assertThat(publish(target, "dies").waitFor()).isEqualTo(137);
        assertThat(target).doesNotExist();
        assertThat(Publication.partOf(target)).exists();

        assertThat(publish(target, "whole").waitFor()).isZero();
        assertWhole(target);
    }

    @Test
    void aLivingProcessKeepsItsPart() throws Exception {
        Path target = folder.resolve("pay.xml");
        Process living = publish(target, "waits");
        assertThat(living.getInputStream().read()).isEqualTo('h');

        assertThatThrownBy(() -> Publication.publish(target, out -> out.write(1)))
                .isInstanceOf(StorageError.class)
                .hasMessageContaining("is being written by another command");

        living.getOutputStream().write('\n');
        living.getOutputStream().flush();
        assertThat(living.waitFor()).isZero();
        assertWhole(target);
    }

    /** Each row: the fault at a system call on the file or its folder, what the command ends with, whether the file is there. */
    @ParameterizedTest
    @CsvSource({
        "write:error=ENOSPC:when=1,   74, false",
        "fsync:error=EIO:when=1,      74, false",
        "rename:error=EXDEV:when=1,   74, false",
        "fsync:error=EIO:when=2,      74, true",
        "fsync:signal=KILL:when=1,   137, false",
        "rename:signal=KILL:when=1,  137, false",
        "fsync:signal=KILL:when=2,   137, true",
    })
    void whateverFailsTheNextTryMakesItWhole(String fault, int exitCode, boolean there) throws Exception {
        assumeTrue(Files.isExecutable(STRACE), "needs strace to make a system call fail");
        Path target = folder.resolve("pay.xml");
        List<String> command = new ArrayList<>(List.of(
                STRACE.toString(),
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-P",
                target.toString(),
                "-P",
                Publication.partOf(target).toString(),
                "-P",
                folder.toString(),
                "-e",
                "inject=" + fault));
        command.addAll(command(target, "whole"));

        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isEqualTo(exitCode);
        assertThat(Files.exists(target)).isEqualTo(there);

        assertThat(publish(target, "whole").waitFor()).isZero();
        assertWhole(target);
    }

    private void assertWhole(Path target) throws IOException {
        assertThat(Files.readAllLines(target)).hasSize(10 * PublishingCommand.LINES);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    private static Process publish(Path target, String ending) throws IOException {
        return new ProcessBuilder(command(target, ending))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> command(Path target, String ending) {
        return List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PublishingCommand.class.getName(),
                target.toString(),
                ending);
    }
}
