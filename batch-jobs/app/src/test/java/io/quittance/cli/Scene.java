package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that is to be killed: the workspace before it, and what it leaves behind when nobody disturbs it.
 *
 * @param millis how long it takes undisturbed
 * @param outputs every file that people or banks get, by its hash
 * @param kept every row that has to be the same, see {@link AfterCrash}
 */
record Scene(List<String> command, Path before, long millis, Map<String, String> outputs, String kept) {

    /** Keeps a copy of the workspace, and runs the command on it in a process of its own. */
    static Scene undisturbed(Path home, Path before, List<String> command) throws Exception {
        ProgramProcess.copy(home, before);
        long began = System.nanoTime();
        assertThat(ProgramProcess.start(home, command).waitFor())
                .as("undisturbed " + command + "\n" + ProgramProcess.log(home))
                .isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return new Scene(command, before, millis, ProgramProcess.outputs(home), AfterCrash.kept(home));
    }

    /** Lays the workspace out as it was before. */
    void arrange(Path home) throws Exception {
        ProgramProcess.delete(home);
        ProgramProcess.copy(before, home);
    }

    /** Recovered, done again and checked, all is as if nobody had disturbed it, to the byte. */
    void assertSame(Path home, String what) throws Exception {
        Path dump = home.resolveSibling(home.getFileName() + ".kept");
        assertThat(ProgramProcess.after(home, dump, command).waitFor())
                .as("recover, again, check: " + what + "\n" + ProgramProcess.log(home))
                .isZero();
        assertThat(ProgramProcess.outputs(home)).as(what).isEqualTo(outputs);
        assertThat(Files.readString(dump)).as(what).isEqualTo(kept);
    }
}
