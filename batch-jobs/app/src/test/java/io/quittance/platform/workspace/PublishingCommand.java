package io.quittance.platform.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A command in a JVM of its own that publishes one file, and may die or wait in the middle of it. */
final class PublishingCommand {

    static final int LINES = 200;

    private PublishingCommand() {}

    /** Words: target, then {@code whole}, {@code dies} or {@code waits}. */
    public static void main(String[] args) {
        try {
            Publication.publish(Path.of(args[0]), out -> content(out, args[1]));
            System.exit(0);
        } catch (StorageError e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        }
    }

    static void content(OutputStream out, String ending) throws IOException {
        for (int i = 0; i < LINES; i++) {
            out.write("a line of a payment file that is longer than it need be\n"
                    .repeat(10)
                    .getBytes(StandardCharsets.US_ASCII));
            if (i == LINES / 2 && ending.equals("dies")) {
                Runtime.getRuntime().halt(137);
            }
            if (i == LINES / 2 && ending.equals("waits")) {
                out.flush();
                System.out.println("half");
                System.out.flush();
                System.in.read();
            }
        }
    }
}
