package io.quittance.engine;

/**
 * Where work that is one long transaction (rendering a file, sealing a block) may be stopped on the way. Chunk steps need
 * none: they stop between chunks.
 */
public interface StopPoint {

    /**
     * Goes on unless the process was told to stop: then the transaction is rolled back, the step ends STOPPED, and the same
     * command begins it anew. Costs one read of a field; call it for every row.
     */
    void pass();
}
