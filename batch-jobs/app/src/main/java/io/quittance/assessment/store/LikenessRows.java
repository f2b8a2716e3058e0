package io.quittance.assessment.store;

import io.quittance.assessment.Accepted;
import io.quittance.assessment.Verdict;
import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.invoice.Fingerprint;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import io.quittance.party.VatId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Writes what of each accepted or held document later ones are compared with. */
@Repository
public class LikenessRows {

    private static final CopyTable LIKENESS = CopyTable.of(
            "quittance.document_likeness",
            "invoice",
            "since",
            "entity",
            "contractor",
            "supplier",
            "kind",
            "number",
            "issue_date",
            "currency",
            "gross_minor",
            "fingerprint",
            "verdict",
            "credited_number",
            "credited_year");

    private static final String FORGET =
            "delete from quittance.document_likeness where invoice = any(?) returning invoice, since";

    private static final String NEXT = "select nextval('quittance.likeness_since') from generate_series(1, ?)";

    private final JdbcClient jdbc;
    private final CopyWriter copy;

    public LikenessRows(JdbcClient jdbc, CopyWriter copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** A document and its place among those that came before and after it. */
    private record Placed(Conclusion conclusion, long since) {}

    /** Those of a page, in its order. A document that is looked at again keeps its place. */
    void write(List<Conclusion> page) {
        Map<UUID, Long> before = forget(page);
        List<Conclusion> kept = page.stream()
                .filter(one -> one.assessment().verdict() != Verdict.REJECTED)
                .toList();
        long fresh = kept.stream().filter(one -> !before.containsKey(id(one))).count();
        Iterator<Long> places = next(fresh).iterator();
        List<Placed> placed = kept.stream()
                .map(one ->
                        new Placed(one, Optional.ofNullable(before.get(id(one))).orElseGet(places::next)))
                .toList();
        copy.write(LIKENESS, placed, LikenessRows::likeness);
    }

    private Map<UUID, Long> forget(List<Conclusion> page) {
        Map<UUID, Long> before = new HashMap<>();
        Object[] again = page.stream()
                .filter(one -> one.attempt() > 1)
                .map(LikenessRows::id)
                .toArray();
        if (again.length > 0) {
            jdbc.sql(FORGET).params(new SqlArrayValue("uuid", again)).query((RowCallbackHandler)
                    row -> before.put(row.getObject(1, UUID.class), row.getLong(2)));
        }
        return before;
    }

    private List<Long> next(long count) {
        return count == 0
                ? List.of()
                : jdbc.sql(NEXT).params(count).query((row, n) -> row.getLong(1)).list();
    }

    private static UUID id(Conclusion conclusion) {
        return conclusion.assessment().invoice().id();
    }

    private static void likeness(CopyRow row, Placed placed) {
        Conclusion conclusion = placed.conclusion();
        Invoice invoice = conclusion.assessment().invoice();
        row.uuid(invoice.id())
                .number(placed.since())
                .text(invoice.entity())
                .text(invoice.contractor())
                .text(supplier(conclusion))
                .text(invoice.kind().name())
                .text(invoice.key().number())
                .date(invoice.issueDate())
                .text(invoice.currency().getCode())
                .number(invoice.totals().gross().getAmountMinorLong())
                .text(Fingerprint.of(invoice).value())
                .text(conclusion.assessment().verdict().name());
        InvoiceKey credited = conclusion.credited();
        if (credited == null) {
            row.nul().nul();
        } else {
            row.text(credited.number()).number(credited.year());
        }
    }

    /** VAT id without blanks and punctuation, else our id; never the name (einvoice.md 4). */
    private static String supplier(Conclusion conclusion) {
        Accepted accepted = conclusion.assessment().accepted();
        String vatId = accepted == null ? null : accepted.contractor().vatId();
        if (accepted == null || vatId == null) {
            return conclusion.assessment().invoice().contractor();
        }
        String country = accepted.contractor().vatCountry();
        return country + " " + VatId.normalise(country, vatId);
    }
}
