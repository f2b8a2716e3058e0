package io.quittance.check;

import java.util.List;

/** Something that must hold and that SQL alone cannot look at: files, renderings. */
public interface Invariant {

    /** Its number, e.g. {@code I-06}. */
    String id();

    /** What must hold, in one sentence. */
    String title();

    /** What violates it; empty when all is well. Called in a transaction. */
    List<String> violations();
}
