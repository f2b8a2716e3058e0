package io.quittance.ledger.store;

import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.ledger.Journal;
import io.quittance.ledger.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Journals into the ledger. All postings of a journal go in one COPY: the ledger's own trigger looks at the rows of a
 * statement together and refuses it when one journal is off by a minor unit.
 */
@Repository
public class Journals {

    private static final CopyTable JOURNAL = CopyTable.of(
            "ledger.journal",
            "id",
            "entity",
            "event_key",
            "kind",
            "business_date",
            "reference",
            "reverses",
            "work_set");
    private static final CopyTable POSTING =
            CopyTable.of("ledger.posting", "journal", "position", "entity", "account", "currency", "minor");

    private final CopyWriter copy;

    public Journals(CopyWriter copy) {
        this.copy = copy;
    }

    /** Posts journals on behalf of a work set, in the transaction that is under way. */
    public void post(String workSet, List<Journal> journals) {
        if (journals.isEmpty()) {
            return;
        }
        copy.write(JOURNAL, journals, (row, journal) -> journal(row, journal, workSet));
        copy.write(POSTING, legs(journals), Journals::posting);
    }

    /** A journal without its postings, as a row has it. */
    record Header(
            UUID id,
            String entity,
            String eventKey,
            String kind,
            LocalDate businessDate,
            String reference,
            @Nullable UUID reverses) {

        static Header of(ResultSet row) throws SQLException {
            return new Header(
                    row.getObject("id", UUID.class),
                    row.getString("entity"),
                    row.getString("event_key"),
                    row.getString("kind"),
                    row.getObject("business_date", LocalDate.class),
                    row.getString("reference"),
                    row.getObject("reverses", UUID.class));
        }

        Journal with(List<Posting> postings) {
            return new Journal(id, entity, eventKey, kind, businessDate, reference, reverses, postings);
        }
    }

    private record Leg(Journal journal, int position, Posting posting) {}

    private static List<Leg> legs(List<Journal> journals) {
        var legs = new ArrayList<Leg>(journals.size() * 5);
        for (Journal journal : journals) {
            for (int i = 0; i < journal.postings().size(); i++) {
                legs.add(new Leg(journal, i + 1, journal.postings().get(i)));
            }
        }
        return legs;
    }

    private static void journal(CopyRow row, Journal journal, String workSet) {
        row.uuid(journal.id())
                .text(journal.entity())
                .text(journal.eventKey())
                .text(journal.kind())
                .date(journal.businessDate())
                .text(journal.reference())
                .uuid(journal.reverses())
                .text(workSet);
    }

    private static void posting(CopyRow row, Leg leg) {
        row.uuid(leg.journal().id())
                .number(leg.position())
                .text(leg.journal().entity())
                .text(leg.posting().account())
                .text(leg.posting().amount().getCurrencyUnit().getCode())
                .number(leg.posting().amount().getAmountMinorLong());
    }
}
