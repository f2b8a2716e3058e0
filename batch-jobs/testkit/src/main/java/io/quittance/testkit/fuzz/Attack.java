package io.quittance.testkit.fuzz;

import io.quittance.testkit.fuzz.FuzzTarget.Outcome;
import java.lang.management.ManagementFactory;

/** What one target went through. Times are of the processor, which other programs on the machine do not lengthen. */
final class Attack {

    /** Garbage that an input may make on top: parts of an archive inflate to a mebibyte each. What lives at once is bounded by the heap. */
    private static final long FREE_BYTES = 512L << 20;

    /** Bytes allocated, mostly garbage at once, per byte of input, twice read and its text compared. */
    private static final long BYTES_PER_BYTE = 3_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final FuzzTarget target;
    private long inputs;
    private long understood;
    private long mostNanos;
    private long mostBytes;
    private long allNanos;

    Attack(FuzzTarget target) {
        this.target = target;
    }

    FuzzTarget target() {
        return target;
    }

    /** Reads twice and compares. */
    void read(byte[] input) throws Exception {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        Outcome outcome = target.reader().read(input);
        Outcome again = target.reader().read(input);
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        inputs++;
        understood += outcome.understood() ? 1 : 0;
        allNanos += nanos;
        mostNanos = Math.max(mostNanos, nanos);
        mostBytes = Math.max(mostBytes, bytes);
        if (!outcome.equals(again)) {
            throw new AssertionError("another reading gave something else:\n" + outcome.text() + "\n" + again.text());
        }
        if (bytes > FREE_BYTES + BYTES_PER_BYTE * input.length) {
            throw new AssertionError(bytes + " bytes were allocated for an input of " + input.length);
        }
    }

    @Override
    public String toString() {
        return "%-16s %9d inputs %8d understood %7.2f ms each %6d ms at most %6d MiB at most"
                .formatted(
                        target.name(),
                        inputs,
                        understood,
                        inputs == 0 ? 0 : allNanos / 1e6 / inputs,
                        mostNanos / 1_000_000,
                        mostBytes >> 20);
    }
}
