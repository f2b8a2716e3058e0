package io.quittance.vat.store;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a return rests on besides the VAT ledger: what registers say of VAT ids, and what payments kept back. Rows are only added. */
@Repository
public class ReturnEvidence {

    private final JdbcClient jdbc;

    public ReturnEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A VAT id that tax of a return hangs on and no register has confirmed.
     *
     * @param role {@code PAYER} or {@code SUPPLIER}
     * @param standing {@code PROVISIONAL}, {@code TOO_OLD}, {@code NO_ANSWER}, or {@code DENIED} by an answer since
     * @param number of the document
     */
    public record Unproven(UUID invoice, int attempt, String role, String standing, String contractor, String number) {

        public boolean isDenied() {
            return standing.equals("DENIED");
        }

        /** As people read it; the id itself stands in {@code registry list}. */
        @Override
        public String toString() {
            return contractor + " " + number + " (" + role.toLowerCase(Locale.ROOT) + ": " + standing + ")";
        }
    }

    /** The VAT ids of a time that no register has confirmed by now, or that one denies since. @param maxAgeDays of an answer from the tax point */
    public List<Unproven> unproven(Taxpayer of, int maxAgeDays) {
        return jdbc.sql("""
                        select u.invoice, u.attempt, u.role, u.standing, i.contractor, i.number
                        from quittance.unproven_ids(:entity, :jurisdiction, :from, :to, :age) u
                        join quittance.invoice i on i.id = u.invoice order by i.contractor, i.number, u.role, u.invoice
                        """)
                .param("entity", of.entity())
                .param("jurisdiction", of.jurisdiction())
                .param("from", of.period().firstDay())
                .param("to", of.period().lastDay())
                .param("age", maxAgeDays)
                .query((row, n) -> new Unproven(
                        row.getObject("invoice", UUID.class),
                        row.getInt("attempt"),
                        row.getString("role"),
                        row.getString("standing"),
                        row.getString("contractor"),
                        row.getString("number")))
                .list();
    }

    /**
     * Why somebody closed a return that rests on ids no register had confirmed.
     *
     * @param proofRequired whether the policy asks for proof of every id
     * @param reason null where nobody had to give one
     */
    public record Acceptance(
            boolean proofRequired, @Nullable String reason, String by) {}

    /** Keeps what payments kept back, where the form tells it. @param names of the taxes that it tells */
    public void keepWithheld(Taxpayer of, List<String> names) {
        jdbc.sql("""
                        insert into quittance.vat_return_withholding (run, invoice, position, return_id)
                        select w.run, w.invoice, w.position, :return from quittance.standing_withholding w
                        where w.entity = :entity and w.jurisdiction = :jurisdiction and w.pay_date between :from and :to
                          and w.run_state in ('RELEASED', 'SETTLED') and w.name = any(:names)
                        """)
                .param("return", of.reference())
                .param("entity", of.entity())
                .param("jurisdiction", of.jurisdiction())
                .param("from", of.period().firstDay())
                .param("to", of.period().lastDay())
                .param("names", names.toArray(String[]::new))
                .update();
    }

    /** Keeps the VAT ids that no register had confirmed, and why somebody closed the return all the same. */
    public void keepUnproven(Taxpayer of, List<Unproven> unproven, Acceptance accepted) {
        for (Unproven one : unproven) {
            jdbc.sql(
                            "insert into quittance.vat_return_unproven (return_id, invoice, attempt, role, standing, asked_for)"
                                    + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            of.reference(),
                            one.invoice(),
                            one.attempt(),
                            one.role(),
                            one.standing(),
                            accepted.proofRequired() || one.isDenied())
                    .update();
        }
        if (accepted.reason() != null) {
            jdbc.sql("insert into quittance.vat_return_acceptance (return_id, reason, accepted_by) values (?, ?, ?)")
                    .params(of.reference(), accepted.reason(), accepted.by())
                    .update();
        }
    }
}
