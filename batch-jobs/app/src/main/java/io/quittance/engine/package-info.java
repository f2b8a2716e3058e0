/**
 * What all jobs share: steps that cannot forget their transaction or their fence, the gate that lets one run in, launching,
 * recovery after a crash, an orderly stop. Knows no invoice and no payment; a job lives in {@code <domain>.job}.
 *
 * <p>The proof of "exactly once" in one paragraph. Business rows, the reader's position and the step's counters commit in
 * one transaction. That transaction begins by locking the gate's row ({@code for share}) at the epoch its run was launched
 * with. Whoever takes the gate next raises the epoch by an update of the same row, which waits until every such
 * transaction has ended; from then on no older run can commit another chunk. So when the gate is taken, what the tables
 * say is final, whether or not the former owner ever learnt the fate of its last COMMIT, and a restart from the stored
 * position repeats nothing and leaves nothing out.
 */
@NullMarked
package io.quittance.engine;

import org.jspecify.annotations.NullMarked;
