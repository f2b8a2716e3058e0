package io.quittance.assessment.store;

import io.quittance.assessment.Assessment;
import io.quittance.ledger.Journal;
import java.util.List;

/** What is written about one document: the assessment, which attempt it was, and what it posts. */
public record Conclusion(Assessment assessment, int attempt, List<Journal> journals) {}
