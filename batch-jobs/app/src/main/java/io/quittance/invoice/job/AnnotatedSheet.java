package io.quittance.invoice.job;

import io.quittance.finding.Advice;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.finding.store.FindingRows;
import io.quittance.finding.store.FindingRows.Asked;
import io.quittance.finding.store.FindingRows.Reason;
import io.quittance.invoice.annotation.Annotated;
import io.quittance.invoice.profile.SheetDocuments;
import io.quittance.stage.QuarantineFolder.Refused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The refused documents of a sheet with their reasons, one after another as they stand in the file; once. */
final class AnnotatedSheet implements Iterator<Annotated> {

    /** How many documents' reasons are asked for, and held in memory, at once. */
    private static final int AT_ONCE = 1_000;

    private final SheetDocuments sheets;
    private final List<Refused> refused;
    private final FindingRows findings;
    private List<List<Finding>> reasons = List.of();
    private int next;
    private int passed;

    AnnotatedSheet(SheetDocuments sheets, List<Refused> refused, FindingRows findings) {
        this.sheets = sheets;
        this.refused = refused;
        this.findings = findings;
    }

    @Override
    public boolean hasNext() {
        return next < refused.size();
    }

    @Override
    public Annotated next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are " + refused.size() + " refused documents");
        }
        if (next % AT_ONCE == 0) {
            reasons = reasons(refused.subList(next, Math.min(refused.size(), next + AT_ONCE)));
        }
        Refused one = refused.get(next);
        sheets.skip(one.position() - passed - 1);
        passed = one.position();
        return new Annotated(sheets.rows(), reasons.get(next++ % AT_ONCE));
    }

    private List<List<Finding>> reasons(List<Refused> some) {
        List<List<Finding>> each = new ArrayList<>(some.size());
        some.forEach(one -> each.add(new ArrayList<>()));
        findings.of(
                some.stream()
                        .map(one -> new Asked(one.subject(), one.attempt()))
                        .toList(),
                (n, reason) -> each.get(n).add(finding(some.get(n), reason)));
        return each;
    }

    /** Without a line of its own it is about the document's first. */
    private static Finding finding(Refused one, Reason reason) {
        long line = reason.line() == null ? one.line() : reason.line();
        return new Finding(
                FindingCode.ofId(reason.code()),
                Severity.valueOf(reason.severity()),
                new Place("", line, reason.field()),
                reason.read(),
                reason.expected(),
                reason.message(),
                Advice.correcting(reason.hint()));
    }
}
