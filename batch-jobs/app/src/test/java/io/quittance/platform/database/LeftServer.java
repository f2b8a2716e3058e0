package io.quittance.platform.database;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that a test may have left behind. */
final class LeftServer {

    private LeftServer() {}

    /** Stops it and waits until it has gone, or it would still write into the folder that is deleted next. */
    static void stop(Optional<PostmasterFile> running) throws Exception {
        Optional<ProcessHandle> server = running.flatMap(file -> ProcessHandle.of(file.pid()));
        if (server.isPresent() && server.get().destroy()) {
            server.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }
}
