package io.quittance.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command ends with. Stable: schedulers act on them. */
enum ExitCode {
    DONE(0, "done, or nothing to do"),
    BUG(1, "internal error"),
    USAGE(2, "wrong usage: an option, a value, or somebody whom the register does not have"),
    HELD_OR_REJECTED(10, "done, but something is held or rejected (only with --fail-on)"),
    WAITING(11, "waits for people"),
    BROKEN(20, "a sum or invariant is wrong: stopped before anything left"),
    BAD_INPUT(65, "input unusable"),
    NO_INPUT(66, "what is named is not there: a file, a document, a run, a box"),
    UNREACHABLE(69, "bank, rate source or file server not reachable"),
    CANNOT_CREATE(73, "output cannot be created"),
    INPUT_OUTPUT(74, "disk full or input-output error"),
    BUSY(75, "not possible now: it is too early, another command runs, or recovery is needed"),
    NOT_ALLOWED(77, "no right to do this"),
    CONFIGURATION(78, "bad configuration"),
    INTERRUPTED(130, "stopped by Ctrl-C, restartable"),
    TERMINATED(143, "stopped by SIGTERM, restartable");

    final int code;
    final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /**
     * As picocli prints them in help: the code, then what it means.
     *
     * @param failsOn whether the command can be told to end with what is open
     */
    static Map<String, String> forHelp(boolean failsOn) {
        var lines = new LinkedHashMap<String, String>();
        for (ExitCode exit : values()) {
            if (failsOn || !exit.meaning.contains("--fail-on")) {
                lines.put(Integer.toString(exit.code), exit.meaning);
            }
        }
        return lines;
    }
}
