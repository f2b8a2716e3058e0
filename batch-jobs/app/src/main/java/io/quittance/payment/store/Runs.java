package io.quittance.payment.store;

import io.quittance.payment.Approvals.Approval;
import io.quittance.payment.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payment runs and the signatures under them. Their rows are locked by whoever acts on them. */
@Repository
public class Runs {

    private static final String SELECT = "select id, work_set, entity, functional, pay_date, sequence, horizon,"
            + " business_date, proposed_by, approvals_needed, state, digest, released_by from quittance.payment_run ";

    private final JdbcClient jdbc;

    public Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Run> find(String id) {
        return jdbc.sql(SELECT + "where id = ?").params(id).query(Runs::row).optional();
    }

    /** The run that a work set proposes. */
    public Run ofWorkSet(String workSet) {
        return jdbc.sql(SELECT + "where work_set = ?")
                .params(workSet)
                .query(Runs::row)
                .single();
    }

    /** The run, its row locked until the transaction ends. */
    public Optional<Run> lock(String id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .params(id)
                .query(Runs::row)
                .optional();
    }

    /** The run of an entity that is proposed or approved and not yet released or cancelled. */
    public Optional<Run> openOf(String entity) {
        return jdbc.sql(SELECT + "where entity = ? and state in ('PROPOSING', 'PROPOSED', 'APPROVED')")
                .params(entity)
                .query(Runs::row)
                .optional();
    }

    /** Every run, newest pay date first. */
    public List<Run> all() {
        return jdbc.sql(SELECT + "order by pay_date desc, entity, sequence desc")
                .query(Runs::row)
                .list();
    }

    public int nextSequence(String entity, LocalDate payDate) {
        return jdbc.sql(
                        "select coalesce(max(sequence), 0) + 1 from quittance.payment_run where entity = ? and pay_date = ?")
                .params(entity, payDate)
                .query(Integer.class)
                .single();
    }

    /** A run that is being proposed. */
    public void insert(Run run) {
        jdbc.sql(
                        "insert into quittance.payment_run (id, work_set, entity, functional, pay_date, sequence, horizon,"
                                + " business_date, proposed_by, approvals_needed, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSING')")
                .params(
                        run.id(),
                        run.workSet(),
                        run.entity(),
                        run.functionalCurrency(),
                        run.payDate(),
                        run.sequence(),
                        run.horizon(),
                        run.businessDate(),
                        run.proposedBy(),
                        run.approvalsNeeded())
                .update();
    }

    /** The proposal is complete: this is what people sign. */
    public void proposed(String id, String digest) {
        jdbc.sql("update quittance.payment_run set state = 'PROPOSED', digest = ? where id = ?")
                .params(digest, id)
                .update();
    }

    public void move(String id, RunState to) {
        jdbc.sql("update quittance.payment_run set state = ? where id = ?")
                .params(to.name(), id)
                .update();
    }

    public void released(String id, String by, LocalDate on) {
        jdbc.sql("update quittance.payment_run set state = 'RELEASED', released_by = ?, released_on = ? where id = ?")
                .params(by, on, id)
                .update();
    }

    /** The approvals given so far, of whatever content, in order. */
    public List<Approval> approvals(String run) {
        return jdbc.sql("select approver, digest from quittance.approval where run = ? order by position")
                .params(run)
                .query((row, number) -> new Approval(row.getString("approver"), row.getString("digest")))
                .list();
    }

    public void approve(String run, Approval approval) {
        jdbc.sql("insert into quittance.approval (run, position, approver, digest)"
                        + " select ?, coalesce(max(position), 0) + 1, ?, ? from quittance.approval where run = ?")
                .params(run, approval.user(), approval.digest(), run)
                .update();
    }

    /** Frees the documents that a cancelled run had reserved. */
    public void freeSettlements(String run) {
        jdbc.sql("update quittance.settlement set live = false where run = ? and live")
                .params(run)
                .update();
    }

    private static Run row(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new Run(
                row.getString("id"),
                row.getString("work_set"),
                row.getString("entity"),
                row.getString("functional"),
                row.getObject("pay_date", LocalDate.class),
                row.getInt("sequence"),
                row.getObject("horizon", LocalDate.class),
                row.getObject("business_date", LocalDate.class),
                row.getString("proposed_by"),
                row.getInt("approvals_needed"),
                state.equals("PROPOSING") ? null : RunState.valueOf(state),
                row.getString("digest"),
                row.getString("released_by"));
    }
}
