package io.quittance.vat;

/** A period whose return is closed: it is frozen, and what comes later goes into a later one. */
public record ClosedPeriod(String entity, String jurisdiction, Period period) {}
