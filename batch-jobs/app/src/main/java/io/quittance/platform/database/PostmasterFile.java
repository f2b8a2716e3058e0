package io.quittance.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of a running server, or of one that died. Lines by PostgreSQL's {@code pidfile.h}: pid, data
 * folder, start time, port, socket folder, listen address, shared memory key, status.
 */
record PostmasterFile(long pid, String dataFolder, int port, String status) {

    static final String NAME = "postmaster.pid";

    /** Empty when there is no such file or it is still being written. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        try {
            return parse(Files.readAllLines(data.resolve(NAME)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static Optional<PostmasterFile> parse(List<String> lines) {
        if (lines.size() < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    lines.get(1).strip(),
                    Integer.parseInt(lines.get(3).strip()),
                    lines.size() < 8 ? "" : lines.get(7).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /** Whether the process is there and may be a PostgreSQL. */
    boolean isAlive() {
        return exists() && mayBePostgres();
    }

    /**
     * Whether the number is now another program's (after a reboot, in a container), or a dead process that nobody has buried.
     * PostgreSQL only asks whether the number exists, and would refuse to start for ever.
     */
    boolean isAnotherProgram() {
        return exists() && !mayBePostgres();
    }

    private boolean exists() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** True in doubt: another user's process does not tell its program. */
    private boolean mayBePostgres() {
        if (isZombie()) {
            return false;
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("/postgres"))
                .orElse(true);
    }

    /** By proc(5): the state follows the name in parentheses. */
    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException noProcHere) {
            return false;
        }
    }
}
