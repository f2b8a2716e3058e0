package io.quittance.reconciliation.store;

import io.quittance.reconciliation.Tie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ties: computed from the whole of the data by {@code ties.sql}, and kept per reconciliation. */
@Repository
public class Ties {

    /** What the ties depend on, in a few figures: when none has moved, there is nothing to reconcile anew. */
    private static final String STATE = """
            select concat_ws(' ',
                (select coalesce(max(last_no), 0) from ledger.block),
                (select count(*) from quittance.intake_delivery),
                (select count(*) from quittance.assessment),
                (select count(*) from quittance.refusal),
                (select count(*) from quittance.payment_event),
                (select count(*) from quittance.statement),
                (select count(*) from quittance.approval),
                (select coalesce(string_agg(id || '=' || state, ' ' order by id), '') from quittance.payment_run))
            """;

    private final JdbcClient jdbc;

    public Ties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The state that the data is in. */
    public String state() {
        return jdbc.sql(STATE).query(String.class).single();
    }

    /** Every tie of the data as it is. */
    public List<Tie> compute() {
        return jdbc.sql(read()).query(Ties::row).list();
    }

    /** Keeps the ties of a reconciliation. */
    public void insert(String workSet, List<Tie> ties) {
        int position = 0;
        for (Tie tie : ties) {
            jdbc.sql("insert into quittance.tie (work_set, position, id, scope, title, currency, expected, actual)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(workSet)
                    .param(++position)
                    .param(tie.id())
                    .param(tie.scope())
                    .param(tie.title())
                    .param(tie.currency())
                    .param(tie.expected())
                    .param(tie.actual())
                    .update();
        }
    }

    /** The ties of a reconciliation, in order. */
    public List<Tie> of(String workSet) {
        return jdbc.sql(
                        "select id, scope, title, currency, expected, actual from quittance.tie where work_set = ? order by position")
                .params(workSet)
                .query(Ties::row)
                .list();
    }

    private static Tie row(ResultSet row, int number) throws SQLException {
        return new Tie(
                row.getString("id"),
                row.getString("scope"),
                row.getString("title"),
                row.getString("currency"),
                row.getLong("expected"),
                row.getLong("actual"));
    }

    private static String read() {
        try (InputStream in = Ties.class.getResourceAsStream("/ties.sql")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks /ties.sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
