package io.quittance.tax;

/** How sure a row of the tax tables is. Anything but {@link #HIGH} asks for a person. */
public enum Confidence {
    /** Read in a source that decides, or in several that agree. */
    HIGH,
    /** Read once, or with a date that no source states. */
    MEDIUM,
    /** Read in one old source. */
    LOW
}
