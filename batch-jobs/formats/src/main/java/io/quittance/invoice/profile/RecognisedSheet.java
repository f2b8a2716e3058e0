package io.quittance.invoice.profile;

import io.quittance.finding.Findings;

/** A file as a sheet of some profile, or why it is none. */
public sealed interface RecognisedSheet {

    /** To be closed by whoever asked for it. */
    record Known(Sheet sheet, Recognition recognition) implements RecognisedSheet {}

    /** Nobody knows what it is. */
    record Refused(Findings findings) implements RecognisedSheet {}
}
