package io.quittance.report.store;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one workbook is about: which documents, payments and statements, fixed in temporary tables for the length of a
 * transaction, so that all its sheets look at the same rows.
 *
 * @param name the run's id, or the month as {@code 2026-11}
 */
record ReportScope(String name, LocalDate from, LocalDate to) {

    private static final String TABLES = """
            create temporary table if not exists scope_document (invoice uuid primary key) on commit drop;
            create temporary table if not exists scope_payment (payment text primary key) on commit drop;
            create temporary table if not exists scope_statement (statement uuid primary key) on commit drop;
            create temporary table if not exists scope_journal (journal uuid primary key) on commit drop;
            create temporary table if not exists scope_refusal (refusal uuid primary key) on commit drop;
            create temporary table if not exists scope_return (return_id text primary key) on commit drop;
            truncate scope_document, scope_payment, scope_statement, scope_journal, scope_refusal, scope_return
            """;

    /** Statements that name a payment of the run and none of another: a balance cannot be shown in part. */
    private static final String OF_RUN = """
            insert into scope_payment select id from quittance.payment where run = :name;
            insert into scope_document select invoice from quittance.run_decision where run = :name;
            insert into scope_statement
            select s.id from quittance.statement s
            where exists (select 1 from quittance.payment_event e join scope_payment p using (payment)
                          where e.source like 'entry:' || s.id || ':%')
              and not exists (select 1 from quittance.payment_event e
                              where e.source like 'entry:' || s.id || ':%'
                                and e.payment not in (select payment from scope_payment))
            """;

    private static final String OF_MONTH = """
            insert into scope_statement select id from quittance.statement where date between :from and :to;
            insert into scope_payment
            select p.id from quittance.payment p join quittance.payment_run r on r.id = p.run
            where r.state <> 'CANCELLED' and r.business_date between :from and :to
            union
            select e.payment from quittance.payment_event e
            join quittance.statement s on e.source like 'entry:' || s.id || ':%'
            where s.date between :from and :to;
            insert into scope_document
            select i.id from quittance.invoice i join quittance.work_set w on w.id = i.intake
            where w.business_date between :from and :to
            union
            select s.invoice from quittance.settlement s where s.payment in (select payment from scope_payment);
            insert into scope_refusal
            select r.id from quittance.refusal r join quittance.work_set w on w.id = r.intake
            where w.business_date between :from and :to;
            insert into scope_return select id from quittance.vat_return where on_date between :from and :to
            """;

    private static final String JOURNALS = """
            insert into scope_journal
            select r.journal from scope_return s join quittance.vat_return r on r.id = s.return_id and r.journal is not null
            union
            select j.id from ledger.journal j
            join scope_document d on j.event_key = 'invoice:' || d.invoice || ':accepted'
            union
            select j.id from ledger.journal j join scope_payment p on j.reference = p.payment
            union
            select j.id from scope_document d join quittance.settlement s on s.invoice = d.invoice and s.netting is not null
            join ledger.journal j on j.event_key = s.netting || ':netted'
            union
            select j.id from scope_statement x
            join quittance.statement_entry e on e.statement = x.statement and e.status in ('UNMATCHED', 'MISMATCH')
            join ledger.journal j
              on j.event_key = 'entry:' || e.statement || ':' || e.position || ':' || e.transaction || ':unexplained'
            """;

    static ReportScope ofRun(String run, LocalDate businessDate) {
        return new ReportScope(run, businessDate, businessDate);
    }

    static ReportScope ofMonth(YearMonth month) {
        return new ReportScope(month.toString(), month.atDay(1), month.atEndOfMonth());
    }

    /** Whether it is a month; a run's id never looks like one. */
    boolean isMonth() {
        return name.matches("[0-9]{4}-[0-9]{2}");
    }

    /** Fixes the scope for the transaction that is under way. */
    void fix(JdbcClient jdbc) {
        run(jdbc, TABLES);
        run(jdbc, isMonth() ? OF_MONTH : OF_RUN);
        run(jdbc, JOURNALS);
    }

    private void run(JdbcClient jdbc, String statements) {
        for (String statement : statements.split(";")) {
            var prepared = jdbc.sql(statement);
            if (statement.contains(":name")) {
                prepared = prepared.param("name", name);
            }
            if (statement.contains(":from")) {
                prepared = prepared.param("from", from).param("to", to);
            }
            prepared.update();
        }
    }
}
