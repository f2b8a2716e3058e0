package io.quittance.assessment.store;

import io.quittance.party.Entity;
import io.quittance.party.Register;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The keys that documents hold, when contractors turn out to be one. */
@Repository
public class DocumentKeys {

    /** Where both ids have a document of one number, each keeps its own: nothing that was accepted is taken back. */
    private static final String CARRY_OVER = """
            insert into quittance.document_key (entity, contractor, kind, number, year, invoice)
            select k.entity, m.survivor, k.kind, k.number, k.year, k.invoice
            from unnest(?::text[]) as e (entity) cross join unnest(?::text[], ?::text[]) as m (merged, survivor)
            join quittance.document_key k on k.entity = e.entity and k.contractor = m.merged
            order by k.entity, m.survivor, k.kind, k.number, k.year, m.merged
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    public DocumentKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has the documents of merged contractors hold their keys under the id that stays, too: from then on the database itself
     * refuses a second one, under whichever id it comes. Doing it again changes nothing.
     */
    public void carryOver(Register register) {
        List<Map.Entry<String, String>> mergers = List.copyOf(register.mergers().entrySet());
        if (!mergers.isEmpty()) {
            jdbc.sql(CARRY_OVER)
                    .params(
                            new SqlArrayValue(
                                    "text",
                                    register.entities().stream().map(Entity::id).toArray()),
                            new SqlArrayValue(
                                    "text",
                                    mergers.stream().map(Map.Entry::getKey).toArray()),
                            new SqlArrayValue(
                                    "text",
                                    mergers.stream().map(Map.Entry::getValue).toArray()))
                    .update();
        }
    }
}
