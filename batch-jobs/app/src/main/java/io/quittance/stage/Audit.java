package io.quittance.stage;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what: one row per act, in the transaction of the act. */
@Component
public class Audit {

    private final Session session;
    private final JdbcClient jdbc;

    public Audit(Session session, JdbcClient jdbc) {
        this.session = session;
        this.jdbc = jdbc;
    }

    /** Notes an act of the person whose command this is. */
    public void note(String action, String subject, @Nullable String detail) {
        noteAs(session.user(), action, subject, detail);
    }

    /** Notes an act of somebody else in the same command. */
    public void noteAs(String user, String action, String subject, @Nullable String detail) {
        jdbc.sql("insert into quittance.audit_event (actor, acting_as, action, subject, detail) values (?, ?, ?, ?, ?)")
                .param(session.login())
                .param(user)
                .param(action)
                .param(subject)
                .param(detail)
                .update();
    }
}
