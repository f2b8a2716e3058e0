package io.quittance.invoice.job;

import io.quittance.invoice.file.Original;
import io.quittance.platform.workspace.Publication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Publishes many small files, some at a time: each is forced to disk as always, but a disk forces eight in hardly more time than
 * one. Nothing that a person changed is overwritten. The first failure ends it, as it would if they were published one after another.
 */
final class Publishing implements AutoCloseable {

    private static final int AT_ONCE = 8;
    /** How many wait in memory; a document can be long. */
    private static final int WAITING = 64;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final List<Future<?>> begun = new ArrayList<>(WAITING);

    private final String workSet;

    Publishing(String workSet) {
        this.workSet = workSet;
    }

    void publish(Path target, Original content) {
        begun.add(threads.submit(() -> Publication.publishBeside(target, workSet, content::writeTo)));
        if (begun.size() == WAITING) {
            await();
        }
    }

    /** Returns when all that was begun is on disk. */
    void await() {
        for (Future<?> one : begun) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while files were published", e);
            }
        }
        begun.clear();
    }

    @Override
    public void close() {
        threads.close();
    }
}
