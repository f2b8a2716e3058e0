package io.quittance.document.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persons' holds of documents. A row is never changed: another row ends it. */
@Repository
public class HoldRows {

    private final JdbcClient jdbc;

    public HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A hold that nobody has lifted. @param until from this business date on it holds no more; null for no end */
    public record Hold(
            long id, String by, LocalDate on, @Nullable LocalDate until, String reason) {

        /** In the words in which runs tell it. */
        public String told() {
            return "held by " + by + " on " + on + (until == null ? "" : " until " + until) + ": " + reason;
        }
    }

    /** Those of a document that are in force on a business date, oldest first. */
    public List<Hold> standing(UUID document, LocalDate on) {
        return jdbc.sql("select id, held_by, on_date, until, reason from quittance.standing_hold"
                        + " where invoice = ? and (until is null or until > ?) order by id")
                .params(document, on)
                .query(HoldRows::row)
                .list();
    }

    public void hold(UUID document, Hold hold) {
        jdbc.sql("insert into quittance.person_hold (invoice, reason, until, held_by, on_date) values (?, ?, ?, ?, ?)")
                .param(document)
                .param(hold.reason())
                .param(hold.until())
                .param(hold.by())
                .param(hold.on())
                .update();
    }

    public void lift(Hold hold, String by, LocalDate on, String reason) {
        jdbc.sql("insert into quittance.person_hold_lifted (hold, reason, lifted_by, on_date) values (?, ?, ?, ?)")
                .params(hold.id(), reason, by, on)
                .update();
    }

    private static Hold row(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getLong("id"),
                row.getString("held_by"),
                row.getObject("on_date", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("reason"));
    }
}
