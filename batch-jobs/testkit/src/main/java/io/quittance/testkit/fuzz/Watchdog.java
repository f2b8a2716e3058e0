package io.quittance.testkit.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ends the process when one input takes too long, and says where it was. */
final class Watchdog implements AutoCloseable {

    /** Of the processor for two readings of at most a mebibyte: a hundred times what the slowest needs. */
    private static final long CPU_NANOS = 4_000_000_000L;

    /** Of the clock: something waits that should not, even on a machine that does ten things at once. */
    private static final long WALL_NANOS = 120_000_000_000L;

    private static final int HUNG = 3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread watched = Thread.currentThread();
    private final Path kept;
    private final PrintStream out;
    private final Thread thread = new Thread(this::watch, "watchdog");
    private volatile long beganCpu = -1;
    private volatile long beganWall;
    private volatile String name = "";
    private volatile byte[] input = {};

    Watchdog(Path kept, PrintStream out) {
        this.kept = kept;
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on this is read. */
    void begin(String inputName, byte[] bytes) {
        name = inputName;
        input = bytes;
        beganWall = System.nanoTime();
        beganCpu = threads.getThreadCpuTime(watched.threadId());
    }

    void end() {
        beganCpu = -1;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(100);
                long began = beganCpu;
                if (began >= 0
                        && (threads.getThreadCpuTime(watched.threadId()) - began > CPU_NANOS
                                || System.nanoTime() - beganWall > WALL_NANOS)) {
                    bite();
                }
            }
        } catch (InterruptedException end) {
            // Closed.
        }
    }

    private void bite() {
        out.println("HANGS: " + name + " (" + input.length + " bytes), kept in " + kept);
        for (StackTraceElement frame : watched.getStackTrace()) {
            out.println("    at " + frame);
        }
        out.flush();
        try {
            Files.write(kept.resolve(name + ".fuzz"), input);
        } catch (IOException lost) {
            lost.printStackTrace(out);
        }
        Runtime.getRuntime().halt(HUNG);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
